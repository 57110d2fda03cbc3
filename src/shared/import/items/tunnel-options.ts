import { z } from 'zod'
import { list, text, whole } from '../aws-item.ts'

const values = list(z.object({ Value: text }))
const numbers = list(z.object({ Value: whole }))

/** One entry of `Options.TunnelOptions` of DescribeVpnConnections; what was never set, AWS leaves out. */
export const tunnelOptions = z.object({
  OutsideIpAddress: text,
  TunnelInsideCidr: text,
  TunnelInsideIpv6Cidr: text,
  DpdTimeoutSeconds: whole,
  DpdTimeoutAction: text,
  StartupAction: text,
  IkeVersions: values,
  Phase1EncryptionAlgorithms: values,
  Phase2EncryptionAlgorithms: values,
  Phase1IntegrityAlgorithms: values,
  Phase2IntegrityAlgorithms: values,
  Phase1DHGroupNumbers: numbers,
  Phase2DHGroupNumbers: numbers,
  Phase1LifetimeSeconds: whole,
  Phase2LifetimeSeconds: whole,
  RekeyMarginTimeSeconds: whole,
  RekeyFuzzPercentage: whole,
  ReplayWindowSize: whole,
})

/** The options of one tunnel as AWS lists them. */
export type TunnelOptionsItem = z.output<typeof tunnelOptions>
