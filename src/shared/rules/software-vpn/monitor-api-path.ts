import { displayName, type DesignIndex } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { type Appliance, vpcOfInstance } from '../readings/appliances.ts'
import { awsServiceOf } from '../readings/private-link.ts'
import { defineRule } from '../rule.ts'

const HTTPS = { protocol: 6, port: 443 } as const

/** True when the VPC has an interface endpoint for the EC2 API. */
const hasEndpoint = (index: DesignIndex, monitor: Appliance) => {
  const vpc = vpcOfInstance(index, monitor)
  return vpc !== undefined && index.childrenOf('vpc-endpoint', vpc).some(({ VpcEndpointType, ServiceName }) => VpcEndpointType === 'Interface' && awsServiceOf(ServiceName) === 'ec2')
}

export default defineRule({
  id: 'monitor-api-path',
  catalogue: 'R-SW-18',
  title: 'Monitor cannot reach the API that it moves routes with',
  severity: 'warning',
  appliesTo: ['instance', 'vpc-endpoint', 'route-table'],
  why: 'A monitor moves routes and restarts instances by calls to the EC2 API, at public addresses or at an endpoint. Without a way there it sees the failure and can do nothing.',
  remedy: 'Give it a public address or a NAT gateway, or an interface endpoint for EC2, and an IAM role that may replace routes and stop, start and terminate instances.',
  sources: [{ fact: 'F-SW-20', checked: CHECKED }],
  messages: { cut: '{monitor} has no way to the EC2 API, neither over the internet nor by an endpoint of its VPC.' },
  *check({ index, simulation }) {
    for (const monitor of index.all('instance')) {
      if (monitor.role !== 'vpn-monitor' || (monitor.watches ?? []).length === 0 || hasEndpoint(index, monitor)) continue
      const { forward, works } = simulation.trace({ from: monitor.id, to: 'internet', ...HTTPS })
      if (!works && forward.disposition !== 'unknown' && monitor.stopped !== true) yield { message: 'cut', slots: { monitor: displayName(monitor) }, resources: [monitor.id, monitor.SubnetId] }
    }
  },
})
