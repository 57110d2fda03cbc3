import { emptyDesign } from '../../shared/document/design.ts'
import { applyEdit } from '../../shared/document/edit.ts'
import { parseDesign } from '../../shared/document/parse.ts'
import { drawDesign, type ThemeName, themeOf, toSvg } from '../../shared/drawing/index.ts'
import { layoutDesign } from '../../shared/layout/index.ts'
import { definitionOf, isKind } from '../../shared/model/index.ts'
import type { Severity } from '../../shared/rules/rule.ts'

/** A design that a rule is explained by: resources without what their kinds say by default, and which of them the finding speaks of. */
export interface ExampleDesign {
  readonly severity: Severity
  readonly blamed: readonly string[]
  readonly resources: Readonly<Record<string, object>>
}

const families = import.meta.glob<Readonly<Record<string, ExampleDesign>>>('./designs/*.json', { import: 'default' })

/** The design that a rule is explained by; undefined where it is too large for a picture. It is loaded with its family's when asked for. */
export async function exampleDesign(family: string, rule: string): Promise<ExampleDesign | undefined> {
  return (await families[`./designs/${family}.json`]?.())?.[rule]
}

/** The drawing as SVG text, with a mark on what the finding speaks of. */
export function pictureOf(rule: string, { severity, blamed, resources }: ExampleDesign, theme: ThemeName): string {
  const whole = Object.entries(resources).map(([id, fields]) => {
    const kind = id.slice(0, id.indexOf(':'))
    if (!isKind(kind)) throw new Error(`there is no kind ${kind}`)
    return [id, { ...definitionOf(kind).defaults(), ...fields, kind, id }]
  })
  const parsed = parseDesign({ ...emptyDesign(rule), resources: Object.fromEntries(whole) })
  if (!parsed.ok) throw new Error(`the example of ${rule} is not a design`)
  const placed = applyEdit(parsed.value, layoutDesign(parsed.value))
  if (!placed.ok) throw new Error(`the example of ${rule} cannot be laid out`)
  return toSvg(drawDesign(placed.value, { findings: new Map(blamed.map((id) => [id, severity])) }), themeOf(theme), { title: rule, ids: `rule-${rule}`, margin: 12 })
}
