import type { Option } from './command.ts'

/** The place every analysing command reads. */
export const DESIGN_PLACE = { label: '<design>', least: 1, most: 1 } as const

/** JSON instead of text. */
export const JSON_OPTION: Option = { help: 'answer in JSON' }

/** Elements that are taken down first. */
export const FAIL_OPTION: Option = { value: '<element>', isRepeatable: true, help: 'take an element down first: its id as "simulate" lists it, or the resource by id, AWS id or name' }
