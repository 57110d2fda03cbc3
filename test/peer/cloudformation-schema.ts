import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { parsePrefix } from '../../src/shared/net/prefix.ts'
import { callOf, type Template } from './cloudformation-read.ts'

const FOLDER = fileURLToPath(new URL('../../../shared/reference/cloudformation-schemas/', import.meta.url))

/** Why the registry's schemas cannot be asked; undefined when they can. */
export const schemasAbsent = existsSync(FOLDER) ? undefined : "skipped, because CloudFormation's resource schemas are not beside the project"

/** Services whose schemas are all kept there; what is of others is for the service specification alone to judge. */
const KEPT = ['AWS::EC2::', 'AWS::DirectConnect::', 'AWS::NetworkManager::'] as const

/** Plausible identifiers for what a reference gives. */
const SAMPLES: Readonly<Record<string, string>> = {
  'AWS::EC2::VPNGateway': 'vgw-0123456789abcdef0',
  'AWS::EC2::TransitGateway': 'tgw-0123456789abcdef0',
  'AWS::DirectConnect::DirectConnectGateway': '01234567-89ab-cdef-0123-456789abcdef',
  'AWS::DirectConnect::Lag': 'dxlag-abcdefgh',
  'AWS::DirectConnect::Connection': 'dxcon-abcdefgh',
}

/** Parameters say by the end of their name what they hold. */
const PARAMETERS: readonly (readonly [RegExp, string])[] = [
  [/^VpnGateway.*Id$/, 'vgw-0123456789abcdef0'],
  [/^TransitGateway.*Id$/, 'tgw-0123456789abcdef0'],
  [/^DirectConnectGateway.*Id$/, '01234567-89ab-cdef-0123-456789abcdef'],
  [/^DirectConnectConnection.*Id$|ConnectionId$/, 'dxcon-abcdefgh'],
  [/Bandwidth$/, '10Gbps'],
  [/RoleArn$/, 'arn:aws:iam::123456789012:role/accepter'],
  [/CidrBlock$/, '10.0.0.0/24'],
  [/Asn$/, '65000'],
]

function resolve(value: unknown, template: Template): unknown {
  const call = callOf(value)
  if (call) {
    const [name, argument] = call
    const target = name === 'Ref' ? String(argument) : name === 'Fn::GetAtt' ? String((argument as string[])[0]) : ''
    const resource = template.Resources[target]
    if (resource) return SAMPLES[resource.Type] ?? `id-${target}`
    const parameter = template.Parameters?.[target]
    if (parameter?.Type === 'CommaDelimitedList') return ['10.0.0.0/8']
    if (parameter?.Type.startsWith('List<')) return ['subnet-0123456789abcdef0']
    const sample = PARAMETERS.find(([pattern]) => pattern.test(target))?.[1] ?? (parameter?.Default || `sample-${target}`)
    if (name === 'Fn::Select' && JSON.stringify(argument).includes('Fn::Cidr')) return '2001:db8::/64'
    return parameter?.Type === 'Number' ? Number(sample) : sample
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, template))
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, template)]))
  return value
}

function makeAjv(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  ajv.addFormat('ipv4-network', (text: string) => text.includes('/') && parsePrefix(text)?.family === 4)
  ajv.addFormat('ipv6-network', (text: string) => text.includes('/') && parsePrefix(text)?.family === 6)
  const said = (data: object, names: readonly string[]) => names.filter((name) => name in data).length
  ajv.addKeyword({ keyword: 'requiredXor', type: 'object', validate: (names: string[], data: object) => said(data, names) === 1 })
  ajv.addKeyword({ keyword: 'requiredOr', type: 'object', validate: (names: string[], data: object) => said(data, names) > 0 })
  ajv.addKeyword({ keyword: 'dependentExcluded', type: 'object', validate: (rules: Record<string, string[]>, data: object) => Object.entries(rules).every(([name, others]) => !(name in data) || said(data, others) === 0) })
  ajv.addKeyword({ keyword: 'enumCaseInsensitive', type: 'string', validate: (values: string[], data: string) => values.includes(data.toLowerCase()) })
  return ajv
}

let ready: { readonly ajv: Ajv; readonly validators: Map<string, ValidateFunction | undefined> } | undefined

function validatorOf(type: string): ValidateFunction | undefined {
  ready ??= { ajv: makeAjv(), validators: new Map() }
  if (ready.validators.has(type)) return ready.validators.get(type)
  const name = `${type.replaceAll('::', '-').toLowerCase()}.json`
  const file = readdirSync(FOLDER).includes(name) ? (JSON.parse(readFileSync(FOLDER + name, 'utf8')) as Record<string, unknown>) : undefined
  const { $schema: _meta, $id: _id, ...schema } = file ?? {}
  const validate = file && ready.ajv.compile(schema)
  ready.validators.set(type, validate)
  return validate
}

/** What the resource schemas of the CloudFormation registry have against a template, its functions replaced by plausible values. */
export function schemaErrors(template: Template): string[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const validate = validatorOf(Type)
    if (!validate) return KEPT.some((service) => Type.startsWith(service)) ? [`${id}: no schema of ${Type}`] : []
    if (validate(resolve(Properties, template))) return []
    return (validate.errors ?? []).map((error) => `${id}${error.instancePath}: ${error.keyword} ${error.message ?? ''} ${JSON.stringify(error.params)}`)
  })
}
