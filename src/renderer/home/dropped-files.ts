import type { Readable } from './picked-files.ts'

const MOST = 50_000

async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject))
    if (part.length === 0 || found.length > MOST) return found
    found.push(...part)
  }
}

async function walk(entry: FileSystemEntry, found: Readable[]): Promise<void> {
  if (found.length >= MOST) return
  if (entry.isDirectory) {
    for (const inner of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(inner, found)
    return
  }
  const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject))
  found.push({ path: entry.fullPath.replace(/^\//, ''), size: file.size, text: () => file.text() })
}

const readableOf = (file: File): Readable => ({ path: file.name, size: file.size, text: () => file.text() })

/** The files that were dropped, folders walked. Call it inside the drop event: the browser forgets the items after it. */
export async function droppedFiles(transfer: DataTransfer): Promise<Readable[]> {
  const items = [...transfer.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile())
  const found: Readable[] = []
  for (const item of items) {
    if (item instanceof File) found.push(readableOf(item))
    else if (item) await walk(item, found)
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}
