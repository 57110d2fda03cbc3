import { type DesignIndex, displayName } from '../../../shared/document/query.ts'
import type { ResourceId } from '../../../shared/model/id.ts'
import type { Resource } from '../../../shared/model/index.ts'

const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`

function named(index: DesignIndex, ids: readonly (ResourceId | undefined)[]): string[] {
  return ids.flatMap((id) => {
    const resource = index.get(id)
    return resource ? [displayName(resource)] : []
  })
}

/** One line about a setting, so that a list of them can be told apart. Empty for what is not a setting. */
export function summaryOf(index: DesignIndex, setting: Resource): string {
  switch (setting.kind) {
    case 'route-table': {
      const subnets = named(index, setting.Associations.map((association) => association.SubnetId ?? association.GatewayId))
      const main = setting.Associations.some((association) => association.Main === true) ? ['main'] : []
      return [...main, counted(setting.Routes.length, 'route'), ...subnets].join(' · ')
    }
    case 'security-group':
      return `${counted(setting.IpPermissions.length, 'rule')} in · ${counted(setting.IpPermissionsEgress.length, 'rule')} out`
    case 'network-acl': {
      const subnets = named(index, setting.Associations.map(({ SubnetId }) => SubnetId))
      return [...(setting.IsDefault === true ? ['default'] : []), counted(setting.Entries.length, 'rule'), ...subnets].join(' · ')
    }
    case 'transit-gateway-route-table':
      return `${counted(setting.Associations.length, 'association')} · ${counted(setting.Propagations.length, 'propagation')} · ${counted(setting.Routes.length, 'static route')}`
    case 'prefix-list':
      return `${setting.AddressFamily} · ${counted(setting.Entries.length, 'entry', 'entries')}`
    default:
      return ''
  }
}
