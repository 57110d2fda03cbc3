import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { emptyDesign } from '../../../src/shared/document/design.ts'
import { serializeDesign } from '../../../src/shared/document/serialize.ts'
import { launchDesktop } from '../harness/double-host.ts'
import { expect, test } from '../harness/index.ts'
import type { LaunchedApp } from '../../double/launch.ts'

let running: LaunchedApp | undefined
test.afterEach(async () => {
  await running?.close()
  running = undefined
})

const file = (name: string) => serializeDesign(emptyDesign(name))

test('the window is hardened and shows itself when painted', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  await expect(page).toHaveTitle(/Causeway/)
  expect(await running.ask('window.state', { id: 1 })).toEqual({ isVisible: true, isMinimized: false })
  expect(await page.evaluate(() => ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in window))).toEqual([])
  expect(await page.evaluate(() => Object.keys(window.causeway ?? {}).sort())).toEqual(['invoke', 'on'])
  for (const permission of ['geolocation', 'media', 'clipboard-read', 'notifications', 'hid']) {
    expect(await running.ask('permission.ask', permission)).toEqual({ request: false, check: false, device: false })
  }
  expect(await running.ask('permission.ask', 'clipboard-sanitized-write'), 'a picture is copied').toEqual({ request: true, check: true, device: false })
})

test('calls are checked on arrival: by name, by input and by sender', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  const call = (method: string, input: unknown) => page.evaluate(([name, value]) => window.causeway?.invoke(String(name), value), [method, input])
  expect(await call('app.info', {})).toMatchObject({ ok: true, value: { host: 'electron', libraryPath: join(library, 'library.db') } })
  expect(await call('app.quit', {})).toMatchObject({ ok: false, error: { code: 'unknown-call' } })
  expect(await call('library.open', { id: '../..' })).toMatchObject({ ok: false, error: { code: 'bad-input' } })
  const asked = { id: 1, channel: 'causeway:call', args: ['app.info', {}] }
  expect(await running.ask('ipc.invoke', asked)).toMatchObject({ ok: true })
  for (const frame of ['app://causeway/frame.html', 'https://evil.example/', 'app://causeway.evil/']) {
    expect(await running.ask('ipc.invoke', { ...asked, frame })).toMatchObject({ ok: false, error: { code: 'forbidden' } })
  }
  await running.ask('page.navigated', { id: 1, url: 'app://causeway.evil/' })
  expect(await running.ask('ipc.invoke', asked)).toMatchObject({ ok: false, error: { code: 'forbidden' } })
})

test('pages can neither leave nor open windows, and only the documentation opens outside', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  const home = page.url()
  await page.evaluate(() => { location.href = 'https://evil.example/' })
  await page.evaluate(() => window.open('https://docs.aws.amazon.com/vpc/'))
  await page.evaluate(() => window.open('https://evil.example/'))
  await page.evaluate(() => window.open('file:///etc/passwd'))
  await expect.poll(() => running?.seen.opened).toEqual(['https://docs.aws.amazon.com/vpc/'])
  expect(page.url()).toBe(home)
})

test('app:// serves the build and nothing beside it', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  await running.firstWindow()
  const status = async (url: string, method = 'GET') => ((await running?.ask('protocol.fetch', { url, method })) as { status: number }).status
  expect(await status('app://causeway/')).toBe(200)
  for (const url of ['app://causeway/..%2fmain/electron.js', 'app://causeway/%2e%2e/main/electron.js', 'app://causeway/nothing.js', 'app://other/']) expect(await status(url), url).toBe(404)
  expect(await status('app://causeway/', 'POST')).toBe(404)
})

test('a save goes through the dialog, under a bare name, and is written whole', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  const save = (fileName: string) => page.evaluate((name) => window.causeway?.invoke('file.save', { fileName: name, mediaType: 'text/plain', bytes: new Uint8Array([104, 105]) }), fileName)
  const target = join(library, 'here.txt')
  running.answerDialog('showSaveDialog', { canceled: false, filePath: target })
  expect(await save('../../etc/notes.txt')).toEqual({ ok: true, value: { outcome: 'saved', path: target } })
  expect(await readFile(target, 'utf8')).toBe('hi')
  expect(running.seen.dialogs).toEqual([{ defaultPath: '-..-etc-notes.txt', filters: [{ name: 'TXT', extensions: ['txt'] }] }])
  running.answerDialog('showSaveDialog', { canceled: true, filePath: '' })
  expect(await save('notes.txt')).toEqual({ ok: true, value: { outcome: 'cancelled' } })
  running.answerDialog('showSaveDialog', { canceled: false, filePath: join(library, 'no', 'such', 'notes.txt') })
  expect(await save('notes.txt')).toMatchObject({ ok: false, error: { code: 'file-unwritable' } })
})

test('a design file given at the start, by a second start, by the menu or by the system is put into the library', async ({ browser, library }) => {
  const path = join(library, 'given.causeway.json')
  await writeFile(path, file('Given'))
  running = await launchDesktop(browser, library, [path])
  const page = await running.firstWindow()
  const names = () => page.evaluate(async () => {
    const listed = await window.causeway?.invoke('library.list', {})
    return listed?.ok === true ? (listed.value as { name: string }[]).map(({ name }) => name).sort() : []
  })
  await expect.poll(names).toEqual(['Given'])
  await running.ask('app.emit', { event: 'second-instance', args: [['causeway', 'given.causeway.json'], library] })
  await expect.poll(names).toEqual(['Given', 'Given'])
  running.answerDialog('showOpenDialog', { canceled: true, filePaths: [] })
  await running.ask('menu.click', 'file.open')
  running.answerDialog('showOpenDialog', { canceled: false, filePaths: [path, path] })
  await running.ask('menu.click', 'file.open')
  await expect.poll(names).toEqual(['Given', 'Given', 'Given', 'Given'])
  await rm(path)
  await running.ask('app.emit', { event: 'open-file', args: [path] })
  await expect.poll(() => running?.seen.errors).toEqual([expect.objectContaining({ title: 'This file could not be opened' })])
})

test('a second start on the same library ends at once', async ({ browser, library }) => {
  running = await launchDesktop(browser, library, [], { DOUBLE_IS_SECOND: '1' })
  expect(await running.exited).toBe(0)
})

test('a library that cannot be opened is one dialog, and the right exit code', async ({ browser, library }) => {
  await writeFile(join(library, 'library.db'), 'this is not a database, it only lies where one should be')
  running = await launchDesktop(browser, library)
  expect(await running.exited).toBe(2)
  expect(running.seen.errors).toEqual([expect.objectContaining({ title: 'Causeway cannot open its library' })])
})

test('a library in a folder that cannot be made is one dialog, too', async ({ browser, library }) => {
  await writeFile(join(library, 'file'), '')
  running = await launchDesktop(browser, join(library, 'file', 'library'))
  expect(await running.exited).toBe(2)
  expect(running.seen.errors).toHaveLength(1)
})

test('the menu sends commands, and closing the window ends the app', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  await page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.causeway?.on((event, payload) => heard.push([event, payload]))
  })
  await running.ask('menu.click', 'edit.undo')
  await expect.poll(() => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([['menu.command', { command: 'edit.undo' }]])
  await page.close()
  expect(await running.exited).toBe(0)
})

test('the preload is one small file that requires electron alone', async () => {
  const source = await readFile(join(import.meta.dirname, '..', '..', '..', 'out', 'preload', 'preload.cjs'), 'utf8')
  expect(source.length).toBeLessThan(5000)
  expect(source.match(/\brequire\(/g)).toHaveLength(1)
  expect(source).toContain('require("electron")')
})

test('the double throws on what it does not model', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  await running.firstWindow()
  const main = (source: string) => running?.ask('evaluate', { source, arg: null })
  await expect(main('({ app }) => app.dock')).rejects.toThrow('app.dock is not modelled')
  await expect(main('({ app }) => { app.name = 1 }')).rejects.toThrow('app.name is not modelled')
  await expect(main('({ app }) => { app.on("login", () => 1) }')).rejects.toThrow('event login of app is not modelled')
  await expect(main('({ BrowserWindow }) => { new BrowserWindow({ frame: false }) }')).rejects.toThrow('option frame of BrowserWindow is not modelled')
  await expect(main('({ BrowserWindow }) => { new BrowserWindow({ webPreferences: { sandbox: false } }) }')).rejects.toThrow('only webPreferences.sandbox = true is modelled')
  await expect(main('({ dialog }) => dialog.showMessageBox({})')).rejects.toThrow('nobody queued an answer to showMessageBox')
})

test('a window with unsaved edits asks before it goes', async ({ browser, library }) => {
  running = await launchDesktop(browser, library)
  const page = await running.firstWindow()
  await page.getByRole('button', { name: 'New design' }).first().click()
  await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible()
  const other = new Database(join(library, 'library.db'))
  other.exec('BEGIN EXCLUSIVE') // Another program holds the library: nothing can be saved.
  const name = page.getByLabel('Name of the design')
  await name.fill('Not saved')
  await name.press('Enter')
  const close = () => running?.evaluate((electron: { BrowserWindow: { getAllWindows: () => { close: () => void }[] } }) => electron.BrowserWindow.getAllWindows()[0]?.close(), undefined)
  running.answerDialog('showMessageBox', { response: 0 })
  await close()
  await expect.poll(() => running?.seen.dialogs).toMatchObject([{ message: expect.stringContaining('not saved') }])
  await expect(name).toHaveValue('Not saved')
  running.answerDialog('showMessageBox', { response: 1 })
  await close()
  expect(await running.exited).toBe(0)
  other.close()
})
