import { Sheet } from './pieces/sheet.ts'
import { drawMainTable, drawVpc } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** VPC peering. */
export const vpcPeering = definePattern({
  id: 'b1-vpc-peering',
  title: 'VPC peering',
  figures: ['I14'],
  useCase: 'Two VPCs exchange traffic, in one Region or across two. Nothing else is to pass through either.',
  advantages: 'There is no gateway to size, to pay by the hour or to fail. Traffic stays on the network of AWS.',
  limitations: 'A peer opens no way to what lies behind it, and blocks must not overlap. A full mesh of many VPCs soon has too many peerings and routes.',
  build: (names) => {
    const sheet = new Sheet(names)
    const [first, second] = [drawVpc(sheet, 'Application'), drawVpc(sheet, 'Database')]
    const { id: peering } = sheet.add('vpc-peering-connection', `${first.name} to ${second.name}`, { RequesterVpcId: first.id, AccepterVpcId: second.id })
    drawMainTable(sheet, first, { routes: [[second.block, peering]] })
    drawMainTable(sheet, second, { routes: [[first.block, peering]] })
    sheet.reach(first.id, second.id)
    return sheet.content
  },
})
