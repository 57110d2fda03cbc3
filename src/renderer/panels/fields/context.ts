import { type Component, createContext } from 'svelte'
import type { Resource } from '../../../shared/model/index.ts'
import type { DesignSession } from '../../state/session.svelte.ts'
import type { Shape } from './schema-form.ts'
import type { Complaints } from './validation.ts'

/** What an editor of a value is given. */
export interface EditorProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly shape: Shape
  readonly optional: boolean
  readonly value: unknown
  readonly complaints: Complaints
  /** `isFinal`: the person is done with this value (chosen, or typed and left), so it may be committed. */
  readonly onchange: (value: unknown, isFinal: boolean) => void
}

/** What every editor of a value may need to know: the open design, and the resource that the value belongs to. */
export interface FieldContext {
  readonly session: DesignSession
  readonly owner: Resource
  /** The editor for values inside values. Handed down, because lists and groups are themselves among what it edits. */
  readonly ValueEditor: Component<EditorProps>
}

/** The context of the fields below a form. */
export const [getFieldContext, setFieldContext] = createContext<FieldContext>()
