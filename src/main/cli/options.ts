import type { Option } from './command.ts'

/** The place every analysing command reads. */
export const DESIGN_PLACE = { label: '<design>', least: 1, most: 1 } as const

/** JSON instead of text. */
export const JSON_OPTION: Option = { help: 'answer in JSON' }
