import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { IPSEC_PORTS } from '../../facts/software-vpn.ts'
import { parsePrefixes } from '../../net/prefix.ts'
import { type Appliance, linesOf, vpcOfInstance } from '../readings/appliances.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { isOpen } from '../readings/open-ports.ts'
import { selectedRoute } from '../readings/routes.ts'
import { referrersOf } from '../readings/sessions.ts'
import { blocksOf } from '../readings/vpc-blocks.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule, type Fix, type Report } from '../rule.ts'

const [TCP, UDP] = [6, 17]
const ANYWHERE = parsePrefixes(['0.0.0.0/0'])

/** True when neither side could start the tunnels, or users could not come in (F-SW-11). */
function isShut(index: DesignIndex, instance: Appliance): boolean {
  const inside = blocksOf(index.getOf('vpc', vpcOfInstance(index, instance)))
  const isOpenFor = (direction: 'in' | 'out', protocol: number, port?: number) => isOpen(index, instance, direction, { protocol, inside, ...(port === undefined ? {} : { port }) })
  const lines = linesOf(index, instance.id)
  const hasUsers = lines.some(({ kind }) => kind === 'remote-access')
  const hasIpsec = lines.some((line) => line.kind === 'vpn-connection' || (line.kind === 'software-vpn' && line.protocol === 'ipsec'))
  const isIpsecOpen = IPSEC_PORTS.value.every((port) => isOpenFor('in', UDP, port) || isOpenFor('out', UDP, port))
  return (hasIpsec && !isIpsecOpen) || (hasUsers && !isOpenFor('in', TCP) && !isOpenFor('in', UDP))
}

function lackOf(index: DesignIndex, instance: Appliance): Pick<Report, 'message' | 'fixes'> | undefined {
  const vpc = vpcOfInstance(index, instance)
  const subnet = index.getOf('subnet', instance.SubnetId)
  if (vpc === undefined || !subnet) return undefined
  if (instance.PublicIpAddress === undefined) return { message: 'address' }
  const [gateway] = referrersOf(index, 'internet-gateway', vpc)
  if (!gateway) return { message: 'gateway' }
  const table = index.routeTableOf(subnet)
  const route = table && ANYWHERE.map((block) => selectedRoute(index, table, block))[0]
  const leadsOut = table?.Routes.some(({ target }) => target === gateway.id) === true
  const add: Fix[] = table && !route ? [fix(`Route 0.0.0.0/0 to ${displayName(gateway)} in ${displayName(table)}`, setField(table, 'Routes', [...table.Routes, { DestinationCidrBlock: '0.0.0.0/0', target: gateway.id }]))] : []
  if (!leadsOut) return { message: 'route', fixes: add }
  return isShut(index, instance) ? { message: 'ports' } : undefined
}

export default defineRule({
  id: 'appliance-internet-path',
  catalogue: 'R-SW-03',
  title: 'Appliance that speaks over the internet cannot be reached there',
  severity: 'error',
  profiles: ['seed-caveats'],
  appliesTo: ['instance', 'route-table', 'internet-gateway', 'security-group'],
  after: ['blackhole-route'],
  why: 'A VPN appliance or remote-access server on EC2 meets its peers and users on the internet. It needs an Elastic IP address, an internet gateway with a route to it, and open ports; without any one of them no tunnel comes up.',
  remedy: 'Give it an Elastic IP address in a subnet that routes to the internet gateway, and open UDP 500 and 4500 for IPsec, or the port of the users.',
  sources: [IPSEC_PORTS, { fact: 'F-SW-11', checked: CHECKED }],
  messages: {
    address: '{instance} has no public address, without which {lines} cannot come up.',
    gateway: '{vpc} has no internet gateway, so {lines} of {instance} cannot come up.',
    route: 'The table of {subnet} has no route to the internet gateway, so {lines} of {instance} cannot come up.',
    ports: 'The security groups of {instance} keep {lines} from coming up: nothing of it gets in or out.',
  },
  checkEach: {
    *instance(instance, { index }) {
      const lines = linesOf(index, instance.id).filter(({ kind }) => kind !== 'transit-gateway-connect-peer')
      const lack = lines.length > 0 ? lackOf(index, instance) : undefined
      if (!lack) return
      const vpc = vpcOfInstance(index, instance)
      const slots = { instance: displayName(instance), lines: sentence(lines.map(displayName)), subnet: nameOf(index, instance.SubnetId), vpc: vpc === undefined ? '' : nameOf(index, vpc) }
      yield { ...lack, slots, resources: [instance.id, instance.SubnetId, ...lines.map(({ id }) => id)] }
    },
  },
})
