import { type Assumption, type AssumptionId, assumptionId } from '../../../shared/document/assumption.ts'
import type { Design } from '../../../shared/document/design.ts'
import { displayName, indexOf } from '../../../shared/document/query.ts'
import { COMMITTED, PLANNING } from '../../../shared/facts/availability.ts'
import { TIMER_NAMES, type TimerFact, type TimerName, TIMERS } from '../../../shared/facts/timers.ts'
import { serviceElement } from '../../../shared/simulation/element-names.ts'
import { gradeText, percentText } from '../../../shared/simulation/availability/wording.ts'
import { durationText, timerGradeText } from '../../../shared/simulation/time/wording.ts'
import type { FailableElement } from '../../../shared/simulation/types.ts'
import { elementKindLabel } from '../intents/failure-points.ts'

/** What an availability can be stated about. */
export interface Subject {
  readonly id: AssumptionId
  readonly label: string
  /** What holds without a statement, with its grade. */
  readonly otherwise: string
}

const SERVICE_KINDS = { 'vpn-connection': 'VPN connection, both tunnels', 'transit-gateway': 'Transit gateway service' } as const

const has = <T extends object>(table: T, key: string): key is keyof T & string => Object.hasOwn(table, key)

function otherwiseOf(kind: string): string {
  if (has(COMMITTED, kind)) {
    const { value, grade, fact } = COMMITTED[kind]
    return `${percentText(value)} · ${gradeText(grade)} · ${fact}`
  }
  if (kind === 'vpn-tunnel') return 'In the figure of its VPN connection, where both tunnels are configured'
  return has(PLANNING, kind) ? `Nobody says; ${percentText(PLANNING[kind].value)} to plan with` : 'Nobody says'
}

/** The kinds that the design has, in the order that elements are listed in. */
export function kindSubjects(design: Design, elements: readonly FailableElement[]): Subject[] {
  const index = indexOf(design)
  const services = (['vpn-connection', 'transit-gateway'] as const).filter((kind) => index.all(kind).length > 0)
  const kinds = [...new Set(elements.map(({ kind }) => kind))]
  return [
    ...services.map((kind) => ({ id: assumptionId.parse(`kind:${kind}`), label: SERVICE_KINDS[kind], otherwise: otherwiseOf(kind) })),
    ...kinds.map((kind) => ({ id: assumptionId.parse(`kind:${kind}`), label: elementKindLabel(kind), otherwise: otherwiseOf(kind) })),
  ]
}

/** Single elements that an availability can be stated of. */
export function elementSubjects(design: Design, elements: readonly FailableElement[]): Subject[] {
  const index = indexOf(design)
  const otherwise = 'As its kind'
  return [
    ...index.all('vpn-connection').map((connection) => ({ id: assumptionId.parse(`element:${serviceElement(connection.id)}`), label: `${displayName(connection)}, both tunnels`, otherwise })),
    ...index.all('transit-gateway').map((gateway) => ({ id: assumptionId.parse(`element:${serviceElement(gateway.id)}`), label: `${displayName(gateway)} as a service`, otherwise })),
    ...elements.flatMap(({ element, label }) => {
      const id = assumptionId.safeParse(`element:${element}`)
      return id.success ? [{ id: id.data, label, otherwise }] : []
    }),
  ]
}

/** True when an assumption says how often its subject fails. */
export const statesAvailability = (assumption: Assumption | undefined): boolean => assumption?.availability !== undefined || assumption?.mtbfHours !== undefined

/** A timer with what holds without a statement. */
export interface TimerRow {
  readonly name: TimerName
  readonly label: string
  readonly otherwise: string
}

/** All timers. */
export function timerRows(): TimerRow[] {
  return TIMER_NAMES.map((name) => {
    const { label, value, grade, fact, planning } = TIMERS[name] as TimerFact
    const known = value === undefined ? `Nobody says${planning === undefined ? '' : `; ${durationText(planning)} to plan with`}` : `${durationText(value)} · ${timerGradeText(grade)} · ${fact}`
    return { name, label: label.charAt(0).toUpperCase() + label.slice(1), otherwise: known }
  })
}

/** A share of 1 typed as a percentage; undefined when it is none. */
export function parsePercent(text: string): number | undefined {
  const number = Number(text.trim().replace(/\s*%$/, '').replace(',', '.'))
  return text.trim() !== '' && number > 0 && number <= 100 ? Number((number / 100).toPrecision(12)) : undefined
}

/** Hours typed as a number; undefined when it is none. */
export function parseHours(text: string): number | undefined {
  const number = Number(text.trim().replace(/\s*h$/, '').replace(',', '.'))
  return text.trim() !== '' && number > 0 && number <= 10_000_000 ? number : undefined
}

/** A share of 1 as it is typed. */
export const percentTyped = (share: number | undefined): string => (share === undefined ? '' : String(Number((share * 100).toPrecision(12))))
