import type { Edit } from '../../../shared/document/edit.ts'
import { boxesOf, type HolderId } from '../../../shared/document/groups.ts'
import { layoutDesign } from '../../../shared/layout/index.ts'
import { layeredEdit, layeredQuestions } from '../../../shared/layout/layered.ts'
import { isFrameId } from '../settle.ts'
import type { CanvasView } from '../view.svelte.ts'
import { layered, MOST_LAYERED } from './elk.ts'
import { glide } from './glide.ts'

/** Performs an edit of places as one step and lets what it moves glide there, after `look` has turned to the new places. Answers how many things moved. */
function performGliding(view: CanvasView, edit: Edit, look?: () => void): number {
  const before = view.index
  const ids = edit.changes.flatMap((change) => (change.op === 'rename' ? [] : [change.id]))
  if (ids.length === 0 || !view.session.perform(edit)) return 0
  look?.()
  glide(view, before, ids)
  return ids.length
}

const WELL = 'Everything lies well already.'

/** Gives everything a place anew: sites at the left, AWS at the right, zones in line. Locked things stay. */
export function arrangeAll(view: CanvasView): void {
  const { session, index } = view
  const everything = [...Object.keys(session.design.resources), ...boxesOf(index).map(({ id }) => id)]
  if (performGliding(view, { ...layoutDesign(session.design, everything), label: 'Arrange everything' }, () => view.fit()) === 0) session.notices.add('info', WELL)
}

/** Arranges what is selected: several things among each other, in layers along their links; the contents of one container. */
export async function arrangeSelected(view: CanvasView): Promise<void> {
  const { session, index } = view
  const ids = [...session.selection] as HolderId[]
  const [only, ...others] = ids
  if (only !== undefined && others.length === 0 && isFrameId(index, only)) {
    if (performGliding(view, { ...layoutDesign(session.design, [only]), label: 'Arrange what it holds' }) === 0) session.notices.add('info', WELL)
    return
  }
  const questions = layeredQuestions(index, ids)
  if (questions.length === 0) return session.notices.add('info', whyNoArranging(view) ?? 'Select two or more things of one container, or one container.')
  const tooMany = questions.find(({ units }) => units.length > MOST_LAYERED)
  if (tooMany) return session.notices.add('info', `Select fewer things: ${tooMany.units.length} of one container are more than the ${MOST_LAYERED} that are arranged at once.`)
  const answers = await Promise.all(questions.map(async ({ units, problem }) => ({ units, answer: await layered(problem) }))).catch((error: unknown) => {
    session.notices.add('error', `Nothing was arranged, because the layout stopped: ${error instanceof Error ? error.message : String(error)}.`)
  })
  if (!answers) return
  if (view.index !== index) return session.notices.add('info', 'The design changed meanwhile; nothing was arranged.')
  if (performGliding(view, layeredEdit(index, answers)) === 0) session.notices.add('info', WELL)
}

/** Why the selection cannot be arranged; undefined when it can. */
export function whyNoArranging({ index, session }: CanvasView): string | undefined {
  const ids = [...session.selection] as HolderId[]
  const [only, ...others] = ids
  if (only === undefined) return 'Nothing is selected.'
  if (others.length === 0) return isFrameId(index, only) ? undefined : 'Select two or more things of one container, or one container.'
  return layeredQuestions(index, ids).length > 0 ? undefined : 'Select two or more things of one container that are not locked.'
}
