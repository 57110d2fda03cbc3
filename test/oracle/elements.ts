import type { Design } from '../../src/shared/document/design.ts'
import { dxElements, World } from './world.ts'

/** Everything that can fail in a design, in no particular order. */
export function elementsOf(design: Design): string[] {
  const world = new World(design, [])
  const regions = world.resources.flatMap((resource) => (['vpc', 'vpn-gateway', 'transit-gateway'].includes(resource.kind) && 'Region' in resource && resource.Region !== undefined ? [`region:${resource.Region}`] : []))
  const all = [
    ...world.all('customer-gateway').map(({ id }) => `customer-device:${id}`),
    ...world.all('isp-link').map(({ id }) => `isp-link:${id}`),
    ...world.all('vpn-connection').flatMap(({ id, TunnelOptions }) => TunnelOptions.flatMap(({ configured }, index) => (configured ? [`vpn-tunnel:${id}/${index + 1}`] : []))),
    ...world.all('subnet').flatMap((subnet) => world.zoneOf(subnet) ?? []),
    ...regions,
    ...world.all('instance').map(({ id }) => `instance:${id}`),
    ...world.all('nat-gateway').flatMap(({ id, SubnetId }) => (SubnetId === undefined ? [] : [`nat-gateway:${id}`])),
    ...world.all('direct-connect-connection').flatMap(dxElements),
  ]
  return [...new Set(all)]
}
