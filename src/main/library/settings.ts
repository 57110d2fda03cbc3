import type { z } from 'zod'
import { answer, type Outcome } from '../../shared/contract.ts'
import type { Records } from './records.ts'
import type { Transactions } from './transactions.ts'

/** Any JSON value. */
type Json = z.infer<ReturnType<typeof z.json>>

/** The settings by key. */
export type Settings = Record<string, Json>

/** What a person set, as JSON by key; null takes a setting away. */
export function createSettings(records: Records, { read, write }: Transactions) {
  return {
    readSettings: (): Outcome<Settings> =>
      read('give the settings', () => answer(Object.fromEntries(records.settings().map(({ key, value }) => [key, JSON.parse(value) as Json])))),
    writeSetting: ({ key, value }: { readonly key: string; readonly value: Json }): Outcome<null> =>
      write('keep the setting', () => {
        if (value === null) records.removeSetting(key)
        else records.writeSetting(key, JSON.stringify(value))
        return answer(null)
      }),
  }
}
