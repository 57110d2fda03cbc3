import { answer, refuse } from '../../../../src/shared/contract.ts'
import { answerJobs } from '../../../../src/main/jobs/answer-jobs.ts'

answerJobs({
  size: ({ bytes }: { bytes: Uint8Array }) => answer(bytes.length),
  refuse: () => refuse('no', 'not today'),
  throw: () => { throw new Error('boom') },
  deep: () => {
    const dive = (depth: number): number => (depth === 0 ? 0 : 1 + dive(depth - 1))
    return answer(dive(50_000))
  },
})
