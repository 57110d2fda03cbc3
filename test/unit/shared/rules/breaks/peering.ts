import type { Break } from './break.ts'

/** A break of each rule of this family. */
export const BREAKS: readonly Break[] = [
  { rule: 'peering-dns', was: 'if (field === undefined || other === undefined || peering[field] !== true) continue', is: 'if (false) continue' },
  { rule: 'peering-duplicate', was: `other ? displayName(other) : ''`, is: `('')` },
  { rule: 'peering-mesh', was: 'vpc && near.size - 1 > mostConnections', is: 'vpc' },
  { rule: 'peering-mtu', was: 'assumed <= most', is: 'assumed < most' },
  { rule: 'peering-not-transitive', was: '!middle', is: 'middle' },
  { rule: 'peering-partial-routes', was: 'subnets.filter((subnet) => subnetBlocks(subnet).some((block) => to.some((sent) => overlaps(sent, block))))', is: 'subnets' },
  { rule: 'peering-pending', was: `if (peering.Status !== 'pending-acceptance') continue`, is: 'if (false) continue' },
  { rule: 'peering-route-missing', was: 'table.Routes.some(({ target }) => target === peering.id)', is: 'table.Routes.every(({ target }) => target === peering.id)' },
  { rule: 'security-group-other-region', was: '!peering', is: 'peering' },
]
