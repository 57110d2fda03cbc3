import { hostOf } from './pieces/appliance.ts'
import { drawSecurityGroup } from './pieces/security-group.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

const TCP = 6
const HTTPS = 443

/** PrivateLink. */
export const privateLink = definePattern({
  id: 'b8-private-link',
  title: 'PrivateLink',
  figures: ['I20'],
  useCase: 'Workloads of one VPC call a service of another one, and nothing else is to pass between the two. The blocks of both may even be the same.',
  advantages: 'Only the port of the service can be reached, and only from the side of the consumer. No routes, peerings or gateways have to be kept in step.',
  limitations: 'The provider can open nothing towards the consumer. Each service needs a load balancer and endpoints, which are paid for by hour, zone and traffic.',
  build: (names) => {
    const sheet = new Sheet(names)
    const [consumer, provider] = [drawVpc(sheet, 'Consumer'), drawVpc(sheet, 'Provider')]
    for (const vpc of [consumer, provider]) drawMainTable(sheet, vpc, {})
    const https = [{ protocol: 'tcp', port: HTTPS }]
    const targets = drawSecurityGroup(sheet, provider, `${provider.name} server group`, https.map((opening) => ({ ...opening, from: [provider.block] })))
    const servers = provider.subnets.map((SubnetId, position) =>
      sheet.add('instance', `${provider.name} server ${position + 1}`, { SubnetId, PrivateIpAddress: hostOf(provider.blocks[position]), SecurityGroupIds: [targets] }).id,
    )
    const { id: balancer } = sheet.add('load-balancer', `${provider.name} NLB`, {
      VpcId: provider.id,
      SubnetIds: provider.subnets,
      Listeners: [{ Port: HTTPS, Protocol: 'TCP' }],
      Targets: servers.map((Id) => ({ Id, Port: HTTPS })),
    })
    const { id: service } = sheet.add('vpc-endpoint-service', `${provider.name} service`, { VpcId: provider.id, loadBalancers: [balancer] })
    const callers = drawSecurityGroup(sheet, consumer, `${consumer.name} endpoint group`, https.map((opening) => ({ ...opening, from: [consumer.block] })))
    sheet.add('vpc-endpoint', `${consumer.name} endpoint`, {
      VpcId: consumer.id,
      VpcEndpointType: 'Interface',
      ServiceName: `${provider.name} service`,
      service,
      SubnetIds: consumer.subnets,
      PrivateIpAddresses: consumer.blocks.map((block) => hostOf(block)),
      SecurityGroupIds: [callers],
    })
    sheet.reachOneWay(consumer.id, service, { protocol: TCP, port: HTTPS })
    sheet.neverOneWay(provider.id, consumer.id)
    return sheet.content
  },
})
