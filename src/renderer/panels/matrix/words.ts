import type { Mark } from '../../../shared/simulation/matrix/types.ts'
import type { Glyph } from '../../controls/glyphs.ts'

/** The sign of a mark: a shape of its own, besides its colour. */
export const MARK_GLYPHS: Readonly<Record<Mark, Glyph>> = { all: 'check', some: 'half', none: 'close', unknown: 'unsure' }

/** A mark in a word or two. */
export const MARK_SHORT: Readonly<Record<Mark, string>> = { all: 'All', some: 'Only some', none: 'None', unknown: 'Cannot tell' }

/** A mark of single ends, said of their addresses. */
export const MARK_LONG: Readonly<Record<Mark, string>> = {
  all: 'Every address reaches every address.',
  some: 'Only some addresses reach each other.',
  none: 'No address reaches any.',
  unknown: 'Whether they reach each other cannot be told.',
}

/** A mark of a column that only receives: a service, reached by any of its interfaces. */
export const SERVICE_LONG: Readonly<Record<Mark, string>> = {
  all: 'Every address reaches it by one of its interfaces.',
  some: 'Only some addresses reach it.',
  none: 'No address reaches it.',
  unknown: 'Whether it is reached cannot be told.',
}

/** A mark of several ends together. */
export const GROUP_LONG: Readonly<Record<Mark, string>> = {
  all: 'All of them reach each other in this direction.',
  some: 'Some of them do, or only some of their addresses.',
  none: 'None of them does.',
  unknown: 'For some of them it cannot be told, and none is known to.',
}
