import type { Result } from '../../../../../src/shared/document/problem.ts'

/** The value of a result that has to be one. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems[0]))
  return result.value
}
