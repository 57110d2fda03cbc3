import { app, Menu, type MenuItemConstructorOptions } from 'electron'

/** Sends a command of the renderer's command list to its window. */
export type SendCommand = (command: string) => void

/**
 * The menu bar. Keys are shown but stay with the renderer, which knows whether a text field or the canvas has the
 * focus; macOS, which ignores that wish, gets no keys for what the renderer also listens to. Opening a file is main's
 * own: a page may show its file chooser only right after a click in the page.
 */
export function installMenu(send: SendCommand, openFile: () => void): void {
  const isMac = process.platform === 'darwin'
  const command = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => send(id),
    ...(accelerator === undefined || isMac ? {} : { accelerator, registerAccelerator: false }),
  })
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('design.new', 'New design'),
        command('design.list', 'Designs…'),
        { ...command('file.open', 'Open file…'), accelerator: 'CmdOrCtrl+O', click: openFile },
        command('file.saveAs', 'Save a copy as…', 'CmdOrCtrl+Shift+S'),
        { type: 'separator' },
        command('patterns.open', 'Patterns…'),
        command('import.open', 'Import…'),
        command('export.open', 'Export…', 'CmdOrCtrl+Shift+E'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        command('edit.undo', 'Undo', 'CmdOrCtrl+Z'),
        command('edit.redo', 'Redo', 'CmdOrCtrl+Shift+Z'),
        { type: 'separator' },
        { role: 'cut', registerAccelerator: false },
        { role: 'copy', registerAccelerator: false },
        { role: 'paste', registerAccelerator: false },
      ],
    },
    { label: '&View', submenu: [command('view.fit', 'Fit to window'), { role: 'togglefullscreen' }, { role: 'toggleDevTools', visible: !app.isPackaged }] },
    { label: '&Help', submenu: [command('help.about', 'About Causeway')] },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
