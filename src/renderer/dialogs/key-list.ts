/** A section of the keyboard sheet. */
export interface KeySection {
  readonly title: string
  readonly keys: readonly { readonly does: string; readonly keys: readonly string[] }[]
}

/** Every key of the editor that a person may want to look up. */
export const KEY_SECTIONS: readonly KeySection[] = [
  {
    title: 'Editing',
    keys: [
      { does: 'Undo', keys: ['Mod+Z'] },
      { does: 'Redo', keys: ['Mod+Shift+Z', 'Mod+Y'] },
      { does: 'Cut, copy, paste', keys: ['Mod+X', 'Mod+C', 'Mod+V'] },
      { does: 'Duplicate', keys: ['Mod+D'] },
      { does: 'Delete', keys: ['Delete', 'Backspace'] },
      { does: 'Rename', keys: ['F2', 'Enter'] },
      { does: 'Connect the selection to…', keys: ['C'] },
      { does: 'Insert a pattern', keys: ['P'] },
      { does: 'Switch the selection off, or on again', keys: ['X'] },
      { does: 'Menu of the selection', keys: ['Right click', 'Shift+F10'] },
      { does: 'Move by a step, by ten, by one pixel', keys: ['Arrows', 'Shift+Arrows', 'Alt+Arrows'] },
      { does: 'Resize the selected container', keys: ['Mod+Shift+Arrows'] },
    ],
  },
  {
    title: 'Selecting',
    keys: [
      { does: 'Select all', keys: ['Mod+A'] },
      { does: 'Select nothing', keys: ['Escape'] },
      { does: 'Add to the selection', keys: ['Shift+Click', 'Mod+Click'] },
      { does: 'Next, previous resource', keys: ['Tab', 'Shift+Tab'] },
      { does: 'Add the current one, or take it away', keys: ['Shift+Space'] },
    ],
  },
  {
    title: 'Looking',
    keys: [
      { does: 'Zoom in, out', keys: ['Mod++', 'Mod+-'] },
      { does: 'Zoom to 100 %', keys: ['Mod+0'] },
      { does: 'Zoom to everything', keys: ['Shift+1'] },
      { does: 'Zoom to the selection', keys: ['Shift+2'] },
      { does: 'Move the view', keys: ['Space+Drag'] },
      { does: 'Overview map on and off', keys: ['M'] },
      { does: 'Grid on and off', keys: ["Mod+'"] },
      { does: 'Find a resource', keys: ['Mod+F', 'Mod+K'] },
    ],
  },
  {
    title: 'Panels',
    keys: [
      { does: 'Problems', keys: ['Mod+Shift+M'] },
      { does: 'Next, previous problem', keys: ['F8', 'Shift+F8'] },
      { does: 'Properties', keys: ['Mod+Enter'] },
      { does: 'Back to the canvas', keys: ['Escape'] },
      { does: 'Export', keys: ['Mod+Shift+E'] },
      { does: 'This list', keys: ['?'] },
    ],
  },
]
