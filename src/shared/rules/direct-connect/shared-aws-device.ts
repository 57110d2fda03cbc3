import { CHECKED } from '../../facts/fact.ts'
import type { Port } from '../readings/campuses.ts'
import { file } from '../readings/group.ts'
import { redundantGroups } from '../readings/line-groups.ts'
import { sentence } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'shared-aws-device',
  catalogue: 'R-DX-02',
  title: 'Redundant connections end on one AWS device',
  severity: 'warning',
  profiles: ['resilience-99-9'],
  appliesTo: ['direct-connect-connection', 'direct-connect-lag'],
  after: ['single-point-of-failure'],
  why: 'Connections with the same logical device id end on the same AWS router and fail together, also when AWS services it. Where AWS says that a port has no logical redundancy, a second session cannot be put on another router.',
  remedy: 'Order one of them on another device, which AWS does on request when both are at one location.',
  sources: [{ fact: 'F-DX-7', checked: CHECKED }],
  messages: {
    shared: '{ports} of {campus} are to stand in for each other, but end on the same AWS device {device}.',
    'no-redundancy': '{ports} of {campus} end at {location}, and AWS says that {port} has no logical redundancy.',
  },
  *check({ index }) {
    for (const { campus, ports } of redundantGroups(index)) {
      const devices = new Map<string, Port[]>()
      for (const port of ports) if (port.AwsLogicalDeviceId !== undefined) file(devices, port.AwsLogicalDeviceId, port)
      const shared = [...devices].filter(([, together]) => together.length > 1)
      for (const [device, [first, ...others]] of shared) {
        if (first) yield { message: 'shared', slots: { ports: sentence([first, ...others].map(({ name }) => name)), campus: campus.name, device }, resources: [first.id, ...others.map(({ id }) => id), ...campus.places], field: 'AwsLogicalDeviceId' }
      }
      if (shared.length > 0) continue
      for (const port of ports) {
        const near = ports.filter(({ Location }) => Location !== undefined && Location === port.Location)
        if (port.resource?.kind !== 'direct-connect-connection' || port.resource.HasLogicalRedundancy !== 'no' || near.length < 2) continue
        yield { message: 'no-redundancy', slots: { ports: sentence(near.map(({ name }) => name)), campus: campus.name, location: port.Location ?? '', port: port.name }, resources: [port.id, ...near.filter(({ id }) => id !== port.id).map(({ id }) => id)] }
        break
      }
    }
  },
})
