import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { Resource, ResourceOf } from '../../model/index.ts'
import { membersOf, type Port } from '../readings/campuses.ts'
import { redundantGroups } from '../readings/line-groups.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { placeOf, referrersOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Line = ResourceOf<'wan-link'>

/** Whether a line encrypts: one over the internet does unless it says otherwise. */
const encrypts = ({ encrypted, wanType }: Line): boolean | undefined => encrypted ?? (wanType === 'internet-vpn' ? true : undefined)

/** What joins the two sites before the backup line does, and encrypts: another line, or a VPN between their own devices. */
function encryptedPrimary(index: DesignIndex, { site, peerSite }: Line): Resource | undefined {
  const line = referrersOf(index, 'wan-link', site).find((other) => other.role === 'primary' && encrypts(other) === true && other.site !== other.peerSite && [other.site, other.peerSite].every((end) => end === site || end === peerSite))
  const devices = (at: Line['site']) => index.childrenOf('customer-gateway', at).filter((device) => placeOf(device) === at)
  const far = new Set(devices(peerSite).map(({ id }) => id))
  const vpns = devices(site).flatMap((device) => referrersOf(index, 'software-vpn', device.id).filter((vpn) => far.has(vpn.near === device.id ? vpn.far : vpn.near)))
  return line ?? vpns.find(({ protocol }) => protocol !== 'gre' && protocol !== 'vxlan')
}

function* plainLines(index: DesignIndex): Generator<Report> {
  for (const backup of index.all('wan-link')) {
    if (backup.role !== 'backup' || encrypts(backup) === true) continue
    const primary = encryptedPrimary(index, backup)
    if (!primary) continue
    const slots = { primary: displayName(primary), backup: displayName(backup), site: nameOf(index, backup.site), other: nameOf(index, backup.peerSite) }
    const resources = [backup.id, primary.id] as const
    if (backup.encrypted === false) yield { message: 'plain', slots, resources, field: 'encrypted' }
    else yield { message: 'unknown', slots, resources, field: 'encrypted', verdict: 'cannot-tell', severity: 'advice' }
  }
}

/** MACsec of a port: of a LAG that of all its connections; undefined where it may or may not be on. */
function macsec(index: DesignIndex, { resource }: Port): boolean | undefined {
  if (!resource) return undefined
  const modes = (resource.kind === 'direct-connect-lag' ? membersOf(index, resource.id) : [resource]).map(({ EncryptionMode }) => EncryptionMode ?? 'no_encrypt')
  if (modes.length === 0 || modes.includes('should_encrypt')) return undefined
  return modes.every((mode) => mode === 'must_encrypt')
}

/** Direct Connect lines of a campus that stand in for each other, some with MACsec and some without. A VPN inside them encrypts by itself. */
function* plainPorts(index: DesignIndex): Generator<Report> {
  for (const { campus, ports } of redundantGroups(index)) {
    if (campus.vpns.some(({ OutsideIpAddressType }) => OutsideIpAddressType === 'PrivateIpv4')) continue
    const secured = ports.filter((port) => macsec(index, port) === true)
    const [plain, ...more] = ports.filter((port) => macsec(index, port) === false)
    const [first] = secured
    if (!first || !plain) continue
    const slots = { secured: sentence(secured.map(({ name }) => name)), plain: sentence([plain, ...more].map(({ name }) => name)), campus: campus.name }
    yield { message: 'macsec', slots, resources: [plain.id, ...more.map(({ id }) => id), ...secured.map(({ id }) => id)], field: 'EncryptionMode' }
  }
}

export default defineRule({
  id: 'backup-line-unencrypted',
  catalogue: 'R-AVL-06',
  title: 'Backup line is not encrypted like the primary one',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['wan-link', 'software-vpn', 'direct-connect-connection', 'direct-connect-lag'],
  why: 'When the encrypted line fails, the same traffic goes over the other one in the clear. Nobody notices, because everything still works.',
  remedy: 'Encrypt the backup line as well, or run a tunnel over it.',
  sources: [{ fact: 'F-DX-60', checked: CHECKED }, { fact: 'F-DX-61', checked: CHECKED }],
  messages: {
    plain: '{primary} between {site} and {other} is encrypted, but {backup}, which takes over from it, is not.',
    unknown: 'Whether traffic of {primary} between {site} and {other} stays encrypted on {backup} cannot be told: say in "Encrypted" whether it is.',
    macsec: 'At {campus} traffic over {secured} is encrypted by MACsec; over {plain}, which takes over from it, it is not.',
  },
  *check({ index }) {
    yield* plainLines(index)
    yield* plainPorts(index)
  },
})
