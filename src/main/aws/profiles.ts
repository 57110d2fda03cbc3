import { readFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'

const HEADING = /^\s*\[\s*([^\]]+?)\s*\]\s*(?:[#;].*)?$/

function sections(text: string): string[] {
  return text.split(/\r?\n/).flatMap((line) => HEADING.exec(line)?.[1] ?? [])
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    return '' // without the file there are no profiles in it
  }
}

/** Names of the AWS profiles on this machine, `default` first; only the headings of the files are looked at, never their secrets. */
export async function listProfiles(environment: Readonly<Record<string, string | undefined>> = process.env, home: string = homedir()): Promise<string[]> {
  const config = sections(await textOf(environment['AWS_CONFIG_FILE'] ?? join(home, '.aws', 'config')))
  const credentials = sections(await textOf(environment['AWS_SHARED_CREDENTIALS_FILE'] ?? join(home, '.aws', 'credentials')))
  const named = config.flatMap((section) => (section === 'default' ? ['default'] : (/^profile\s+(.+)$/.exec(section)?.[1] ?? [])))
  const all = [...new Set([...named, ...credentials])].map((name) => name.replace(/^(["'])(.*)\1$/, '$2')).filter((name) => name.length <= 200)
  return all.sort((a, b) => (a === 'default' ? -1 : b === 'default' ? 1 : a < b ? -1 : 1))
}
