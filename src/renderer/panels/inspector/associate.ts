import { setField } from '../../../shared/document/commands/set-fields.ts'
import { sequence } from '../../../shared/document/commands/sequence.ts'
import type { Edit } from '../../../shared/document/edit.ts'
import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import type { ResourceOf } from '../../../shared/model/index.ts'

/**
 * Makes a subnet use a route table or network ACL of its VPC; undefined: the VPC's main table or default list. A subnet
 * has one of each, so its association with any other one goes.
 */
export function associateSubnet(index: DesignIndex, subnet: ResourceOf<'subnet'>, kind: 'route-table' | 'network-acl', chosen: ResourceId | undefined): Edit {
  const owners = index.childrenOf(kind, subnet.VpcId)
  const steps = owners.map((owner) => (current: DesignIndex) => {
    const others = owner.Associations.filter((association) => association.SubnetId !== subnet.id)
    const wanted = owner.id === chosen ? [...others, { SubnetId: subnet.id }] : others
    const isSame = others.length === owner.Associations.length && owner.id !== chosen
    return isSame ? undefined : setField(current, owner.id, 'Associations', wanted)
  })
  const target = index.get(chosen)
  const what = target ? displayName(target) : kind === 'route-table' ? 'the main route table' : 'the default network ACL'
  return sequence(index.design, `Use ${what} in ${displayName(subnet)}`, steps)
}

/** The route table or network ACL that a subnet is associated with by name; undefined when it uses the VPC's main or default one. */
export function associatedWith(index: DesignIndex, subnet: ResourceOf<'subnet'>, kind: 'route-table' | 'network-acl'): ResourceId | undefined {
  return index.childrenOf(kind, subnet.VpcId).find((owner) => owner.Associations.some((association) => association.SubnetId === subnet.id))?.id
}
