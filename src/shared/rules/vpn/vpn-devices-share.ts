import { type DesignIndex, displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import type { ResourceId } from '../../model/id.ts'
import type { ResourceOf } from '../../model/index.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { connectionsOf } from '../readings/sessions.ts'
import { defineRule, type Report } from '../rule.ts'

type Device = ResourceOf<'customer-gateway'>

/** The site's devices with VPN connections, when two of them end on the same gateway. */
function redundantDevices(index: DesignIndex, site: ResourceId): readonly Device[] {
  const gateways = new Map<ResourceId, Set<Device>>()
  for (const device of index.childrenOf('customer-gateway', site)) {
    for (const connection of connectionsOf(index, device.id)) {
      const gateway = connection.VpnGatewayId ?? connection.TransitGatewayId ?? connection.CoreNetworkId
      if (gateway !== undefined) gateways.set(gateway, (gateways.get(gateway) ?? new Set()).add(device))
    }
  }
  return [...([...gateways.values()].find(({ size }) => size > 1) ?? [])]
}

function* checkLines(index: DesignIndex, site: ResourceOf<'site'>, devices: readonly Device[], names: Record<'site' | 'devices', string>): Generator<Report> {
  const all = index.childrenOf('isp-link', site.id)
  const used = [...new Set(devices.flatMap(({ ispLinks }) => (ispLinks.length > 0 ? ispLinks.flatMap((id) => index.getOf('isp-link', id) ?? []) : all)))]
  const resources = [site.id, ...devices.map(({ id }) => id), ...used.map(({ id }) => id)] as const
  const [line, ...more] = used
  if (!line) return
  if (more.length === 0) return yield { message: 'line', slots: { ...names, line: displayName(line) }, resources: [line.id, ...devices.map(({ id }) => id), site.id] }
  const [provider, ...others] = new Set(used.flatMap(({ provider }) => provider ?? []))
  const silent = used.filter((link) => link.provider === undefined)
  if (provider === undefined || others.length > 0) return
  if (silent.length === 0) yield { message: 'provider', slots: { ...names, provider }, resources, field: 'provider' }
  else yield { message: 'unknown', slots: { ...names, what: 'provider', silent: sentence(silent.map(displayName)) }, resources, field: 'provider', verdict: 'cannot-tell', severity: 'advice' }
}

export default defineRule({
  id: 'vpn-devices-share',
  catalogue: 'R-VPN-28',
  alsoCovers: ['R-AVL-03'],
  title: 'Redundant VPN devices share a line, a provider or power',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['site', 'isp-link', 'power-domain'],
  after: ['single-point-of-failure', 'intent-survives'],
  why: 'A second device helps only against what hits one of them. Behind the same line, provider or power supply both are gone at once.',
  remedy: 'Give each device a line of another provider and power of its own.',
  sources: [
    { fact: 'F-AVL-43', checked: CHECKED },
    { fact: 'F-AVL-44', checked: CHECKED },
  ],
  messages: {
    line: '{devices} of {site} are to stand in for each other, but both use {line}.',
    provider: '{devices} of {site} are to stand in for each other, but all their lines are from {provider}.',
    power: '{devices} of {site} are to stand in for each other, but all hang on {power}.',
    unknown: 'Whether {devices} of {site} fail together cannot be told: say the {what} of {silent}.',
  },
  checkEach: {
    *site(site, { index }) {
      const devices = redundantDevices(index, site.id)
      if (devices.length < 2) return
      const names = { site: displayName(site), devices: sentence(devices.map(displayName)) }
      yield* checkLines(index, site, devices, names)
      const [power, ...others] = new Set(devices.flatMap(({ powerDomain }) => powerDomain ?? []))
      const silent = devices.filter(({ powerDomain }) => powerDomain === undefined)
      const resources = devices.map(({ id }) => id)
      if (power === undefined || others.length > 0) return
      if (silent.length === 0) yield { message: 'power', slots: { ...names, power: nameOf(index, power) }, resources: [power, ...resources, site.id], field: 'powerDomain' }
      else yield { message: 'unknown', slots: { ...names, what: 'power domain', silent: sentence(silent.map(displayName)) }, resources: [site.id, ...resources], field: 'powerDomain', verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
