import type { Design } from '../../src/shared/document/design.ts'
import { dxElements, lagElements } from './up.ts'
import { World } from './world.ts'

/** Everything that can fail in a design, in no particular order. */
export function elementsOf(design: Design): string[] {
  const world = new World(design, [])
  const regions = world.resources.flatMap((resource) => (['vpc', 'vpn-gateway', 'transit-gateway'].includes(resource.kind) && 'Region' in resource && resource.Region !== undefined ? [`region:${resource.Region}`] : []))
  const all = [
    ...world.all('customer-gateway').map(({ id }) => `customer-device:${id}`),
    ...world.all('isp-link').map(({ id }) => `isp-link:${id}`),
    ...world.all('power-domain').map(({ id }) => `power-domain:${id}`),
    ...world.all('wan-link').map(({ id }) => `wan-link:${id}`),
    ...world.all('carrier-circuit').map(({ id }) => `carrier-circuit:${id}`),
    ...world.all('directory').map(({ id }) => `directory-server:${id}`),
    ...world.all('vpn-connection').flatMap(({ id, TunnelOptions }) => TunnelOptions.flatMap(({ configured }, index) => (configured ? [`vpn-tunnel:${id}/${index + 1}`] : []))),
    ...world.all('subnet').flatMap((subnet) => world.zoneOf(subnet) ?? []),
    ...regions,
    ...world.all('instance').map(({ id }) => `instance:${id}`),
    ...world.all('nat-gateway').flatMap(({ id, SubnetId }) => (SubnetId === undefined ? [] : [`nat-gateway:${id}`])),
    ...world.all('vpc-endpoint').flatMap(({ id, VpcEndpointType, SubnetIds }) => (VpcEndpointType === 'Gateway' ? [] : (SubnetIds ?? []).map((subnet) => `endpoint-interface:${id}/${subnet}`))),
    ...world.all('direct-connect-connection').flatMap(dxElements),
    ...world.all('direct-connect-lag').flatMap((lag) => lagElements(world, lag)),
  ]
  return [...new Set(all)]
}
