import type { ResourceOf } from '../../model/index.ts'
import { vpnTunnel } from '../../model/vpn-tunnel.ts'
import type { TunnelOptionsItem } from '../items/tunnel-options.ts'

type Tunnel = ResourceOf<'vpn-connection'>['TunnelOptions'][number]

const valuesOf = (entries: readonly { readonly Value?: string | number | undefined }[]) => entries.flatMap(({ Value }) => Value ?? [])

/** The options of a tunnel under the model's names (only the spelling of IKE and DPD differs). Those that the model does not know are left out, as are empty lists. */
export function readTunnelOptions(item: TunnelOptionsItem): Partial<Tunnel> {
  const stated = {
    DPDTimeoutSeconds: item.DpdTimeoutSeconds,
    DPDTimeoutAction: item.DpdTimeoutAction,
    StartupAction: item.StartupAction,
    IKEVersions: valuesOf(item.IkeVersions),
    Phase1EncryptionAlgorithms: valuesOf(item.Phase1EncryptionAlgorithms),
    Phase2EncryptionAlgorithms: valuesOf(item.Phase2EncryptionAlgorithms),
    Phase1IntegrityAlgorithms: valuesOf(item.Phase1IntegrityAlgorithms),
    Phase2IntegrityAlgorithms: valuesOf(item.Phase2IntegrityAlgorithms),
    Phase1DHGroupNumbers: valuesOf(item.Phase1DHGroupNumbers),
    Phase2DHGroupNumbers: valuesOf(item.Phase2DHGroupNumbers),
    Phase1LifetimeSeconds: item.Phase1LifetimeSeconds,
    Phase2LifetimeSeconds: item.Phase2LifetimeSeconds,
    RekeyMarginTimeSeconds: item.RekeyMarginTimeSeconds,
    RekeyFuzzPercentage: item.RekeyFuzzPercentage,
    ReplayWindowSize: item.ReplayWindowSize,
  } satisfies { [K in keyof Tunnel]?: unknown }
  const fields = vpnTunnel.shape
  return Object.fromEntries(
    Object.entries(stated).flatMap(([name, value]) => {
      const read = fields[name as keyof typeof stated].safeParse(value)
      return read.success && read.data !== undefined && !(Array.isArray(read.data) && read.data.length === 0) ? [[name, read.data]] : []
    }),
  ) as Partial<Tunnel> // each was read by the schema of its field
}
