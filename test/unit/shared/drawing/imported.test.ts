import { describe, expect, it } from 'vitest'
import { faults } from '../layout/faults.ts'
import { coveredLabels, crossings } from './geometry.ts'
import { importedDesign } from './imported.ts'

describe('an import of more than 300 resources, laid out and drawn', () => {
  const design = importedDesign()

  it('is that large and has VPNs, peerings and attachments', () => {
    const kinds = Object.values(design.resources).map(({ kind }) => kind)
    expect(kinds.length).toBeGreaterThan(300)
    expect(['vpn-connection', 'vpc-peering-connection', 'transit-gateway-vpc-attachment'].map((kind) => kinds.filter((other) => other === kind).length)).toEqual([12, 9, 36])
  })

  it('has nothing on top of each other', () => expect(faults(design)).toEqual([]))

  it('has no line through a box that is not at its end', () => expect(crossings(design)).toEqual([]))

  it('has its labels off boxes and off each other', () => expect(coveredLabels(design)).toEqual([]))
})
