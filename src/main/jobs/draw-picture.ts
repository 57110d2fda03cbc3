import { answer, type Outcome } from '../../shared/contract.ts'
import { arrange } from '../arrange.ts'
import { renderHere, type Picture, type PictureJob } from '../pictures/render.ts'

/** Draws a design; what has no place yet is placed first, as the canvas would. */
export async function drawPicture(job: PictureJob): Promise<Outcome<Picture>> {
  return answer(await renderHere({ ...job, design: arrange(job.design) }))
}
