import { Sheet } from './pieces/sheet.ts'
import { drawEgressVpc } from './pieces/internet.ts'
import { definePattern } from './pattern.ts'

/** Zonal NAT egress. */
export const zonalNatEgress = definePattern({
  id: 'zonal-nat-egress',
  title: 'Zonal NAT egress',
  figures: [],
  useCase: 'Private subnets fetch updates or call services on the internet. Nobody out there may open a connection to them.',
  advantages: 'Each zone has a NAT gateway of its own, so the loss of a zone leaves the others alone. No traffic is charged for crossing zones on the way out.',
  limitations: 'A NAT gateway that fails takes its zone offline until its routes are moved. Each one is paid for by the hour and by traffic.',
  build: (names) => {
    const sheet = new Sheet(names)
    const { subnets } = drawEgressVpc(sheet, 'Production')
    for (const subnet of subnets) sheet.reachOneWay(subnet, 'internet')
    return sheet.content
  },
})
