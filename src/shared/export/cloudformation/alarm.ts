import { displayName } from '../../document/query.ts'
import type { ResourceOf } from '../../model/index.ts'
import type { Emission } from './emission.ts'
import { refTo } from './value.ts'

/** How often the state of the tunnels is looked at, and how many looks in a row must be bad. */
const [PERIOD_SECONDS, PERIODS] = [60, 3]

/**
 * An alarm over the tunnels of a VPN connection that is watched (patterns D3). The metric without a tunnel's address is the average of both
 * tunnels (F-VPN-80), which is all that a template can name: the outside addresses are known only once AWS has made the connection.
 */
export function emitTunnelAlarm(vpn: ResourceOf<'vpn-connection'>, to: Emission): void {
  const used = vpn.TunnelOptions.filter(({ configured }) => configured).length
  if (vpn.monitored !== true || used === 0) return
  const label = displayName(vpn)
  to.add(to.names.part(vpn.id, 'TunnelAlarm'), 'AWS::CloudWatch::Alarm', {
    AlarmDescription: used === 1 ? `The tunnel in use of VPN connection ${label} is down.` : `A tunnel of VPN connection ${label} is down.`,
    Namespace: 'AWS/VPN',
    MetricName: 'TunnelState',
    Dimensions: [{ Name: 'VpnId', Value: refTo(to.names.of(vpn.id)) }],
    Statistic: 'Average',
    Period: PERIOD_SECONDS,
    EvaluationPeriods: PERIODS,
    Threshold: used / vpn.TunnelOptions.length,
    ComparisonOperator: 'LessThanThreshold',
    TreatMissingData: 'breaching',
  })
  to.manual(`Give the alarm of VPN connection ${label} somebody to tell (AlarmActions): the design does not say whom.`)
}
