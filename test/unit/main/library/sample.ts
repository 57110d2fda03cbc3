import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '../../../../src/shared/contract.ts'
import { type Design, emptyDesign } from '../../../../src/shared/document/design.ts'
import type { Change, Edit } from '../../../../src/shared/document/edit.ts'
import type { ResourceId } from '../../../../src/shared/model/id.ts'
import type { Resource } from '../../../../src/shared/model/index.ts'
import type { LibraryOptions } from '../../../../src/main/library/library.ts'

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'causeway-library-'))

/** Options with a clock and ids of the test's own: 1, 2, 3 … and d1, d2, d3 … */
export function counted(folder: string): LibraryOptions {
  let time = 0
  let number = 0
  return { folder, clock: () => ++time, randomId: () => `d${++number}` }
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`)
  return outcome.value
}

export const codeOf = (outcome: Outcome<unknown>): string => (outcome.ok ? 'ok' : outcome.error.code)

export const vpc = (name: string, CidrBlock = '10.0.0.0/16') => ({ kind: 'vpc', id: `vpc:${name}`, name, CidrBlocks: [CidrBlock], Ipv6CidrBlocks: [] })

export const subnet = (name: string, vpcName: string) => ({ kind: 'subnet', id: `subnet:${name}`, name, VpcId: `vpc:${vpcName}`, CidrBlock: '10.0.0.0/24' })

export const put = (entry: { readonly id: string }): Change => ({ op: 'put', collection: 'resources', id: entry.id, after: entry })

export const edit = (...changes: Change[]): Edit => ({ label: 'test', changes })

/** A design of one VPC and so many subnets. */
export function largeDesign(subnets: number): Design {
  const entries = [vpc('a'), ...Array.from({ length: subnets }, (_, index) => subnet(String(index), 'a'))]
  return { ...emptyDesign('large'), resources: Object.fromEntries(entries.map((entry) => [entry.id, entry])) as unknown as Record<ResourceId, Resource> }
}
