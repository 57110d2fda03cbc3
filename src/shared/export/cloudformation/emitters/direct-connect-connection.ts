import { displayName } from '../../../document/query.ts'
import type { ResourceOf } from '../../../model/index.ts'
import type { Emission } from '../emission.ts'
import { defineEmitter, directConnectName, directConnectTags } from '../emitter.ts'
import { attributeOf, type Value } from '../value.ts'

type Connection = ResourceOf<'direct-connect-connection'>

/** Port speeds that customers order themselves; others are hosted connections, which a partner makes. */
const DEDICATED = ['1Gbps', '10Gbps', '100Gbps', '400Gbps']

/** One that is there already, or that a partner makes, is asked for by its id instead of ordered. */
function isAskedFor(connection: Connection): boolean {
  const exists = connection.awsId?.startsWith('dxcon-') === true
  return exists || (connection.Bandwidth !== undefined && connection.Bandwidth !== '' && !DEDICATED.includes(connection.Bandwidth))
}

function askedFor(connection: Connection, to: Emission): Value {
  const known = connection.awsId !== undefined && /^dxcon-[a-z0-9]{8,21}$/.test(connection.awsId) ? { default: connection.awsId } : {}
  return to.parameter(to.names.part(connection.id, 'Id'), { type: 'String', pattern: '^dx(con|lag)-[a-z0-9]{8,21}$', ...known, description: `Id of Direct Connect connection ${displayName(connection)} (dxcon-...), which is there already or comes from a partner.` })
}

/**
 * A dedicated connection in a link aggregation group of its own: a new connection takes no virtual interface until
 * AWS has provisioned it, the group does (F-CFN-10).
 */
export const directConnectConnection = defineEmitter({
  kind: 'direct-connect-connection',
  emit(connection, to) {
    const label = displayName(connection)
    if (isAskedFor(connection)) {
      to.skip(connection, 'it is not ordered by the template: its id is asked for where it is used')
      if (connection.awsId === undefined) to.prepare(`Order hosted connection ${label} (${connection.Bandwidth}) from a Direct Connect partner, accept it, and give its id to the stack.`)
      return
    }
    const location =
      connection.Location !== undefined && /^[a-zA-Z0-9-]+$/.test(connection.Location)
        ? connection.Location
        : to.parameter(to.names.part(connection.id, 'Location'), { type: 'String', pattern: '^[a-zA-Z0-9-]+$', description: `Code of the Direct Connect location of ${label} (aws directconnect describe-locations), such as EqDC2.` })
    const bandwidth = connection.Bandwidth || to.parameter(to.names.part(connection.id, 'Bandwidth'), { type: 'String', pattern: '^(1|10|100|400)Gbps$', description: `Port speed of ${label}.` })
    const lag = to.names.part(connection.id, 'Lag')
    to.add(lag, 'AWS::DirectConnect::Lag', { LagName: directConnectName(connection), Location: location, ConnectionsBandwidth: bandwidth, Tags: directConnectTags(connection.name) })
    to.add(to.names.of(connection.id), 'AWS::DirectConnect::Connection', {
      ConnectionName: directConnectName(connection),
      Location: location,
      Bandwidth: bandwidth,
      LagId: attributeOf(lag, 'LagId'),
      Tags: directConnectTags(connection.name),
    })
    to.manual(`Download the letter of authorization of ${label} (aws directconnect describe-loa) and have the location's operator make the cross-connect: the connection carries nothing before.`)
    if (connection.AwsLogicalDeviceId) to.manual(`Check on which AWS device ${label} ends (aws directconnect describe-connections): the design says ${connection.AwsLogicalDeviceId}, a template cannot choose it.`)
  },
  refer: (connection, to) => (isAskedFor(connection) ? askedFor(connection, to) : attributeOf(to.names.part(connection.id, 'Lag'), 'LagId')),
})
