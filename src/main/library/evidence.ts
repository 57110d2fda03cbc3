import { gunzipSync, gzipSync } from 'node:zlib'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { Snapshot } from '../../shared/import/snapshot.ts'
import type { Transactions } from './transactions.ts'
import type { Records } from './records.ts'

/** Raw import snapshots, kept as they came beside the design made from them. */
export function createEvidence(records: Records, transactions: Transactions) {
  return {
    /** Call it inside a transaction. */
    add: (id: string, madeAt: number, snapshot: Snapshot): void => records.addEvidence(id, madeAt, gzipSync(JSON.stringify(snapshot))),
    read: ({ id }: { readonly id: string }): Outcome<Snapshot | undefined> =>
      transactions.read('give evidence', () => {
        const bytes = records.evidence(id)
        return answer(bytes && (JSON.parse(gunzipSync(bytes).toString()) as Snapshot)) // written by `add` alone
      }),
  }
}

/** Raw import snapshots. */
export type EvidenceStore = ReturnType<typeof createEvidence>
