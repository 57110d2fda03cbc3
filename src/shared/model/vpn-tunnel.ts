import { z } from 'zod'
import { cidr, described, ip } from './field.ts'

/** Encryption algorithms of either phase (F-VPN-21, F-VPN-22). */
export const ENCRYPTION_ALGORITHMS = ['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16'] as const
/** Integrity algorithms of either phase (F-VPN-23). */
export const INTEGRITY_ALGORITHMS = ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'] as const

const encryption = (label: string) => described(z.array(z.enum(ENCRYPTION_ALGORITHMS)).optional(), label, 'Empty: AWS takes all of them.')
const integrity = (label: string) => described(z.array(z.enum(INTEGRITY_ALGORITHMS)).optional(), label, 'Empty: AWS takes all of them.')
const groups = (label: string) => described(z.array(z.int().min(1).max(31)).optional(), label, 'Empty: AWS takes all that it knows.')
const seconds = (label: string) => described(z.int().min(0).max(1_000_000).optional(), label)

/**
 * One of the two tunnels of a VPN connection (F-VPN-2), with AWS's options under AWS's names (F-VPN-20 to F-VPN-36). Options that are
 * absent are AWS's defaults. `interfaceMtu` and `tcpMss` are the device's own. Pre-shared keys are never part of a design.
 */
export const vpnTunnel = z.strictObject({
  OutsideIpAddress: described(ip().optional(), 'AWS outside address'),
  TunnelInsideCidr: described(cidr().optional(), 'Inside CIDR'),
  /** False: the customer device does not use this tunnel (R-VPN-01). */
  configured: described(z.boolean(), 'Configured on the device'),
  DPDTimeoutSeconds: described(z.int().min(30).max(3600).optional(), 'DPD timeout (seconds)'),
  DPDTimeoutAction: described(z.enum(['clear', 'none', 'restart']).optional(), 'DPD timeout action', 'Empty counts as clear.'),
  StartupAction: described(z.enum(['add', 'start']).optional(), 'Startup action', 'add: the device opens the tunnel. start: AWS does. Empty counts as add.'),
  IKEVersions: described(z.array(z.enum(['ikev1', 'ikev2'])).optional(), 'IKE versions', 'Empty: both.'),
  Phase1EncryptionAlgorithms: encryption('Phase 1 encryption'),
  Phase2EncryptionAlgorithms: encryption('Phase 2 encryption'),
  Phase1IntegrityAlgorithms: integrity('Phase 1 integrity'),
  Phase2IntegrityAlgorithms: integrity('Phase 2 integrity'),
  Phase1DHGroupNumbers: groups('Phase 1 DH groups'),
  Phase2DHGroupNumbers: groups('Phase 2 DH groups'),
  Phase1LifetimeSeconds: seconds('Phase 1 lifetime (seconds)'),
  Phase2LifetimeSeconds: seconds('Phase 2 lifetime (seconds)'),
  RekeyMarginTimeSeconds: seconds('Rekey margin (seconds)'),
  RekeyFuzzPercentage: described(z.int().min(0).max(1000).optional(), 'Rekey fuzz (%)'),
  ReplayWindowSize: described(z.int().min(0).max(100_000).optional(), 'Replay window (packets)'),
  interfaceMtu: described(z.int().min(576).max(9216).optional(), 'MTU on the device (bytes)'),
  tcpMss: described(z.int().min(216).max(9176).optional(), 'TCP MSS on the device (bytes)'),
})
