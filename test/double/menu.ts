import { answerTest } from './main-side.ts'
import { onlyOptions, strict } from './strict.ts'

interface Item {
  readonly id?: string
  readonly label?: string
  readonly role?: string
  readonly type?: string
  readonly click?: () => void
  readonly submenu?: readonly Item[]
}

const knownOptions = ['id', 'label', 'role', 'type', 'click', 'submenu', 'accelerator', 'registerAccelerator', 'visible', 'enabled']
let current: readonly Item[] = []

function check(items: readonly Item[]): readonly Item[] {
  for (const item of items) {
    onlyOptions('a menu item', item, knownOptions)
    if (item.role === undefined && item.type === undefined && item.label === undefined) throw new Error('electron double: a menu item without label, role or type')
    check(item.submenu ?? [])
  }
  return items
}

function flatten(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...flatten(item.submenu ?? [])])
}

export const Menu = strict('Menu', {
  buildFromTemplate: (template: readonly Item[]) => check(template),
  setApplicationMenu: (menu: readonly Item[]) => { current = menu },
})

answerTest('menu.click', (id: string) => {
  const item = flatten(current).find((candidate) => candidate.id === id)
  if (item?.click === undefined) throw new Error(`electron double: the menu has no item ${id} to click`)
  item.click()
})
answerTest('menu.ids', () => flatten(current).flatMap(({ id }) => (id === undefined ? [] : [id])))
