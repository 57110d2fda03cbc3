import type { z } from 'zod'
import { API } from '../../shared/api.ts'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import { LAYER_NAMES, type LayerName } from '../../shared/model/layer.ts'
import type { Arguments } from './command.ts'

const schema = API['export.picture'].input.shape.options

/** How a picture is drawn. */
export type PictureOptions = z.output<typeof schema>

/** Names of layers with commas between them, in any case; undefined for none. */
function layersIn(said: string): Outcome<LayerName[] | undefined> {
  const names = said.split(',').map((name) => name.trim().toLowerCase()).filter((name) => name !== '')
  const unknown = names.find((name) => !LAYER_NAMES.some((layer) => layer.toLowerCase() === name))
  if (unknown !== undefined) return refuse('bad-use', `--hide ${unknown}: there is no such layer; there are ${LAYER_NAMES.join(', ')}`)
  return answer(names.length === 0 ? undefined : LAYER_NAMES.filter((layer) => names.includes(layer.toLowerCase())))
}

/** The options of a picture from the command line; the same limits and defaults as in the window. */
export function readPictureOptions(given: Arguments): Outcome<PictureOptions> {
  const texts = ['theme', 'page', 'orientation', 'title', 'author', 'overlay'].map((name) => [name, given.text(name)] as const)
  const scale = given.text('scale')
  const hidden = layersIn(given.text('hide') ?? '')
  if (!hidden.ok) return hidden
  const said = [...texts, ['hidden', hidden.value] as const, ['views', given.isSet('views') ? true : undefined] as const, ['scale', scale === undefined ? undefined : Number(scale)] as const].filter(([, value]) => value !== undefined)
  const parsed = schema.safeParse(Object.fromEntries(said))
  if (parsed.success) return answer(parsed.data)
  const [issue] = parsed.error.issues
  const name = issue?.path.join('.') ?? ''
  return refuse('bad-use', `--${name} ${given.text(name) ?? ''}: ${issue?.message ?? 'is not valid'}`)
}
