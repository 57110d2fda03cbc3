import type { z } from 'zod'
import { API } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { Arguments } from './command.ts'

const schema = API['export.picture'].input.shape.options

/** How a picture is drawn. */
export type PictureOptions = z.output<typeof schema>

/** The options of a picture from the command line; the same limits and defaults as in the window. */
export function readPictureOptions(given: Arguments): Outcome<PictureOptions> {
  const texts = ['theme', 'page', 'orientation', 'title', 'author', 'overlay'].map((name) => [name, given.text(name)] as const)
  const scale = given.text('scale')
  const said = [...texts, ['views', given.isSet('views') ? true : undefined] as const, ['scale', scale === undefined ? undefined : Number(scale)] as const].filter(([, value]) => value !== undefined)
  const parsed = schema.safeParse(Object.fromEntries(said))
  if (parsed.success) return answer(parsed.data)
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.') ?? ''
  return refuse('bad-use', `--${name} ${given.text(name) ?? ''}: ${issue?.message ?? 'is not valid'}`)
}
