import { loadAwsServiceSpecSync } from '@aws-cdk/aws-service-spec'
import type { Property, PropertyType, Resource, SpecDatabase } from '@aws-cdk/service-spec-types'
import { callOf, callsIn, type Template } from './cloudformation-read.ts'
import { ruleErrors } from './cloudformation-rules.ts'

let loaded: SpecDatabase | undefined
const database = (): SpecDatabase => (loaded ??= loadAwsServiceSpecSync())

function specOf(type: string): Resource | undefined {
  return database().lookup('resource', 'cloudFormationType', 'equals', type)[0]
}

/** What a function call gives: a list for some, text or a number for the others. */
function giverErrors(name: string, argument: unknown, template: Template, path: string): string[] {
  if (name === 'Ref') {
    const target = String(argument)
    return template.Resources[target] || template.Parameters?.[target] || target.startsWith('AWS::') ? [] : [`${path}: !Ref ${target} names nothing`]
  }
  if (name !== 'Fn::GetAtt') return []
  const [target, attribute] = argument as [string, string]
  const resource = template.Resources[target]
  if (!resource) return [`${path}: !GetAtt ${target} names nothing`]
  return specOf(resource.Type)?.attributes[attribute] ? [] : [`${path}: ${resource.Type} gives no ${attribute}`]
}

function typeErrors(value: unknown, type: PropertyType, path: string): string[] {
  if (callOf(value)) return []
  const wrong = [`${path}: ${JSON.stringify(value)} is not ${type.type}`]
  switch (type.type) {
    case 'string':
    case 'date-time':
      if (typeof value !== 'string') return wrong
      return type.type === 'string' && type.allowedValues && !type.allowedValues.includes(value) ? [`${path}: ${value} is not one of ${type.allowedValues.join(', ')}`] : []
    case 'number':
      return typeof value === 'number' ? [] : wrong
    case 'integer':
      return Number.isInteger(value) ? [] : wrong
    case 'boolean':
      return typeof value === 'boolean' ? [] : wrong
    case 'array':
      return Array.isArray(value) ? value.flatMap((item, index) => typeErrors(item, type.element, `${path}[${index}]`)) : wrong
    case 'map':
      return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, item]) => typeErrors(item, type.element, `${path}.${key}`)) : wrong
    case 'union': {
      const each = type.types.map((one) => typeErrors(value, one, path))
      return each.some((errors) => errors.length === 0) ? [] : (each[0] ?? [])
    }
    case 'ref':
      return typeof value === 'object' && value !== null ? memberErrors(value as Record<string, unknown>, database().get('typeDefinition', type.reference.$ref).properties, path) : wrong
    case 'tag':
      return typeof value === 'object' && value !== null && Object.keys(value).sort().join() === 'Key,Value' ? [] : wrong
    case 'json':
    case 'null':
      return []
  }
}

function memberErrors(members: Readonly<Record<string, unknown>>, known: Readonly<Record<string, Property>>, path: string): string[] {
  const missing = Object.entries(known).filter(([name, property]) => property.required === true && !(name in members)).map(([name]) => `${path}: ${name} is required`)
  const wrong = Object.entries(members).flatMap(([name, value]) => {
    const property = known[name]
    return property ? typeErrors(value, property.type, `${path}.${name}`) : [`${path}: there is no property ${name}`]
  })
  return [...missing, ...wrong]
}

function cycleErrors(template: Template): string[] {
  const next = new Map(
    Object.entries(template.Resources).map(([id, resource]) => {
      const named = [...callsIn(resource.Properties)].flatMap(([name, argument]) => (name === 'Ref' ? [String(argument)] : name === 'Fn::GetAtt' ? [(argument as string[])[0] ?? ''] : []))
      return [id, [...named, ...[resource.DependsOn ?? []].flat()].filter((other) => other in template.Resources)]
    }),
  )
  const done = new Set<string>()
  const visit = (id: string, path: readonly string[]): string[] => {
    if (path.includes(id)) return [`cycle: ${[...path.slice(path.indexOf(id)), id].join(' -> ')}`]
    if (done.has(id)) return []
    const found = (next.get(id) ?? []).flatMap((other) => visit(other, [...path, id]))
    done.add(id)
    return found
  }
  return [...next.keys()].flatMap((id) => visit(id, []))
}

/** Names that are used must be there, and parameters and conditions that are there must be used. */
function nameErrors(template: Template): string[] {
  const used = new Set<string>()
  for (const [name, argument] of callsIn([template.Resources, template.Outputs, template.Conditions])) if (name === 'Ref' || name === 'Condition') used.add(String(argument))
  const conditions = [...Object.values(template.Resources), ...Object.values(template.Outputs ?? {})].flatMap((entry) => entry.Condition ?? [])
  for (const name of conditions) used.add(name)
  return [
    ...conditions.filter((name) => !template.Conditions?.[name]).map((name) => `condition ${name} is not declared`),
    ...[...Object.keys(template.Parameters ?? {}), ...Object.keys(template.Conditions ?? {})].filter((name) => !used.has(name)).map((name) => `${name} is declared and never used`),
    ...Object.entries(template.Parameters ?? {}).flatMap(([name, { Default, AllowedPattern }]) => (Default !== undefined && AllowedPattern !== undefined && !new RegExp(AllowedPattern).test(Default) ? [`the default of ${name} does not fit its pattern`] : [])),
    ...[Object.keys(template.Resources), Object.keys(template.Parameters ?? {}), Object.keys(template.Outputs ?? {})].flat().filter((name) => !/^[A-Za-z0-9]{1,255}$/.test(name)).map((name) => `${name} is not a logical id`),
    ...Object.keys(template.Parameters ?? {}).filter((name) => name in template.Resources).map((name) => `${name} is both a parameter and a resource`),
  ]
}

/** A resource may refer to a conditional one only under the same or a narrower condition. */
function conditionErrors(template: Template): string[] {
  const needs = (condition: string | undefined): Set<string> => new Set(condition === undefined ? [] : [...callsIn(template.Conditions?.[condition])].flatMap(([name, argument]) => (name === 'Ref' ? [String(argument)] : name === 'Condition' ? [...needs(String(argument))] : [])))
  return Object.entries(template.Resources).flatMap(([id, resource]) => {
    const own = needs(resource.Condition)
    const named = [...callsIn(resource.Properties)].flatMap(([name, argument]) => (name === 'Ref' ? [String(argument)] : name === 'Fn::GetAtt' ? [(argument as string[])[0] ?? ''] : []))
    return named.flatMap((other) => [...needs(template.Resources[other]?.Condition)].filter((need) => !own.has(need)).map((need) => `${id} refers to ${other}, which waits for ${need}`))
  })
}

/**
 * What AWS's service specification, and the rules of CloudFormation that it does not carry, have against a template:
 * unknown types and properties, wrong types, missing ones, dangling or circular references.
 */
export function templateErrors(template: Template): string[] {
  const entries = Object.entries(template.Resources)
  if (entries.length === 0) return ['there are no resources']
  const each = entries.flatMap(([id, resource]) => {
    const spec = specOf(resource.Type)
    if (!spec) return [`${id}: there is no type ${resource.Type}`]
    const dangling = [resource.DependsOn ?? []].flat().filter((other) => !(other in template.Resources)).map((other) => `${id}: DependsOn ${other} names nothing`)
    return [...dangling, ...memberErrors(resource.Properties ?? {}, spec.properties, id)]
  })
  const calls = [...callsIn([template.Resources, template.Outputs, template.Conditions])].flatMap(([name, argument]) => giverErrors(name, argument, template, 'template'))
  return [...each, ...calls, ...cycleErrors(template), ...nameErrors(template), ...conditionErrors(template), ...ruleErrors(template)]
}
