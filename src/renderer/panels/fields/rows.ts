import { parseProtocol, protocolName } from '../../../shared/net/protocol.ts'
import type { FormField, Shape } from './schema-form.ts'
import { choiceLabel } from './wording.ts'

/** How a list of groups is shown as a compact table: a heading per column, and the cells of an entry. */
export interface RowFormat {
  readonly headings: readonly string[]
  readonly cells: (entry: Entry, position: number) => readonly string[]
}

/** An entry of a list of groups, before it is known to be valid. */
export type Entry = Readonly<Record<string, unknown>>

/** Gives the name of a resource by its id. */
export type NameOf = (id: string) => string

const listOf = (value: unknown): readonly Entry[] => (Array.isArray(value) ? (value as readonly Entry[]) : [])
const textOf = (value: unknown): string => (value === undefined || value === null ? '' : String(value))

/** A protocol field as people say it: `-1` is all traffic, numbers get their names. */
export function protocolLabel(value: unknown): string {
  const text = textOf(value)
  if (text === '-1') return 'All traffic'
  const number = parseProtocol(text)
  return number === undefined ? text || '?' : protocolName(number).toUpperCase().replace('ICMPV6', 'ICMPv6')
}

function portsLabel(from: unknown, to: unknown): string {
  if (from === undefined || from === -1) return ''
  return to === undefined || from === to ? ` ${textOf(from)}` : ` ${textOf(from)}–${textOf(to)}`
}

function permissionSources(entry: Entry, nameOf: NameOf): string {
  const sources = [
    ...listOf(entry.IpRanges).map((range) => textOf(range.CidrIp)),
    ...listOf(entry.Ipv6Ranges).map((range) => textOf(range.CidrIpv6)),
    ...listOf(entry.UserIdGroupPairs).map((pair) => nameOf(textOf(pair.GroupId))),
    ...listOf(entry.PrefixListIds).map((list) => nameOf(textOf(list.PrefixListId))),
  ].filter((source) => source !== '')
  return sources.join(', ') || 'nobody'
}

function routeDestination(entry: Entry, nameOf: NameOf): string {
  const list = textOf(entry.DestinationPrefixListId)
  return textOf(entry.DestinationCidrBlock ?? entry.DestinationIpv6CidrBlock) || (list && nameOf(list)) || '–'
}

function associationLabel(entry: Entry, nameOf: NameOf): readonly string[] {
  if (entry.Main === true) return ['Main table', 'every other subnet']
  const target = textOf(entry.SubnetId ?? entry.GatewayId)
  return [entry.GatewayId === undefined ? 'Subnet' : 'Gateway', target === '' ? '–' : nameOf(target)]
}

type Format = (nameOf: NameOf) => RowFormat

const FORMATS: readonly (readonly [member: string, format: Format])[] = [
  ['DestinationIpv6CidrBlock', (nameOf) => ({
    headings: ['Destination', 'Target'],
    cells: (entry) => [routeDestination(entry, nameOf), entry.target === undefined ? `Blackhole${entry.targetAwsId === undefined ? '' : ` (${textOf(entry.targetAwsId)})`}` : nameOf(textOf(entry.target))],
  })],
  ['attachment', (nameOf) => ({
    headings: ['Destination', 'Attachment'],
    cells: (entry) => [textOf(entry.DestinationCidrBlock) || '–', entry.attachment === undefined ? 'Blackhole' : nameOf(textOf(entry.attachment))],
  })],
  ['IpProtocol', (nameOf) => ({
    headings: ['Traffic', 'From or to'],
    cells: (entry) => [`${protocolLabel(entry.IpProtocol)}${portsLabel(entry.FromPort, entry.ToPort)}`, permissionSources(entry, nameOf)],
  })],
  ['RuleNumber', () => ({
    headings: ['Rule', 'Traffic', 'Network'],
    cells: (entry) => {
      const ports = (entry.PortRange ?? {}) as Entry
      return [
        `${textOf(entry.RuleNumber) || '–'} ${entry.Egress === true ? 'out' : 'in'}`,
        `${entry.RuleAction === 'deny' ? 'Deny' : 'Allow'} ${textOf(entry.Protocol) === '-1' ? 'all' : protocolLabel(entry.Protocol)}${portsLabel(ports.From, ports.To)}`,
        textOf(entry.CidrBlock ?? entry.Ipv6CidrBlock) || '–',
      ]
    },
  })],
  ['TunnelInsideCidr', () => ({
    headings: ['Tunnel', 'Outside', 'Inside'],
    cells: (entry, position) => [`${position + 1}${entry.configured === false ? ' (not configured)' : ''}`, textOf(entry.OutsideIpAddress) || '–', textOf(entry.TunnelInsideCidr) || '–'],
  })],
  ['Main', (nameOf) => ({ headings: ['Kind', 'Of'], cells: (entry) => associationLabel(entry, nameOf) })],
]

function plainCell(shape: Shape, value: unknown, nameOf: NameOf): string {
  if (value === undefined) return '–'
  if (shape.type === 'reference') return nameOf(textOf(value))
  if (shape.type === 'choice') return choiceLabel(textOf(value))
  if (shape.type === 'boolean') return value === true ? 'Yes' : 'No'
  if (shape.type === 'list') return `${listOf(value).length}`
  return shape.type === 'group' ? '…' : textOf(value) || '–'
}

/** The compact table for a list whose entries have these fields; the first three are shown where no better form is known. */
export function rowFormatOf(fields: readonly FormField[], nameOf: NameOf): RowFormat {
  const known = FORMATS.find(([member]) => fields.some(({ name }) => name === member))
  if (known) return known[1](nameOf)
  const shown = fields.slice(0, 3)
  return { headings: shown.map(({ label }) => label), cells: (entry) => shown.map(({ name, shape }) => plainCell(shape, entry[name], nameOf)) }
}
