import { Document, type Node, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { Intrinsic, type Value } from './value.ts'

function quoted(text: string): Scalar {
  const scalar = new Scalar(text)
  scalar.type = Scalar.QUOTE_SINGLE
  return scalar
}

function nodeOf(value: Value, flow = false): Node {
  if (value instanceof Intrinsic) {
    const node = nodeOf(value.argument, true)
    node.tag = `!${value.name}`
    return node
  }
  if (Array.isArray(value)) {
    const list = new YAMLSeq()
    list.flow = flow
    list.items = (value as readonly Value[]).map((item) => nodeOf(item, flow))
    return list
  }
  if (typeof value === 'object') {
    const map = new YAMLMap()
    map.flow = flow
    for (const [key, member] of Object.entries(value)) if (member !== undefined) map.add({ key, value: nodeOf(member as Value, flow) })
    return map
  }
  // A leading colon is a plain scalar to some readers only.
  return typeof value === 'string' && (value === '' || value.startsWith(':')) ? quoted(value) : new Scalar(value)
}

/** A template's text: YAML 1.1 as CloudFormation reads it, functions as short tags, the comment lines on top. */
export function templateText(comment: readonly string[], sections: Readonly<Record<string, Value | undefined>>): string {
  const document = new Document({}, { version: '1.1' })
  const root = new YAMLMap()
  root.add({ key: 'AWSTemplateFormatVersion', value: quoted('2010-09-09') })
  for (const [key, value] of Object.entries(sections)) {
    if (value === undefined || (typeof value === 'object' && Object.keys(value).length === 0)) continue
    const name = new Scalar(key)
    name.spaceBefore = true
    root.add({ key: name, value: nodeOf(value) })
  }
  document.contents = root as unknown as typeof document.contents // the empty document was typed by its literal
  const head = comment.map((line) => (line === '' ? '#' : `# ${line}`)).join('\n')
  return `${head}${head === '' ? '' : '\n'}${document.toString({ lineWidth: 0 })}`
}
