import { answer, type Outcome } from '../../shared/contract.ts'
import { findElement, type Simulation } from '../../shared/simulation/index.ts'
import type { ElementId } from '../../shared/simulation/types.ts'
import { refuseProblems } from '../design-file.ts'

/** The elements that `--fail` names. */
export function readFailed(simulation: Simulation, texts: readonly string[]): Outcome<ElementId[]> {
  const failed: ElementId[] = []
  for (const text of texts) {
    const found = findElement(simulation, text)
    if (!found.ok) return refuseProblems(found.problems.map((problem) => ({ ...problem, path: '' })), '--fail')
    failed.push(found.value.element)
  }
  return answer(failed)
}
