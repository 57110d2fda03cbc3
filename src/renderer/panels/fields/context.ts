import { createContext } from 'svelte'
import type { Resource } from '../../../shared/model/index.ts'
import type { DesignSession } from '../../state/session.svelte.ts'

/** What every editor of a value may need to know: the open design, and the resource that the value belongs to. */
export interface FieldContext {
  readonly session: DesignSession
  readonly owner: Resource
}

/** The context of the fields below a form. */
export const [getFieldContext, setFieldContext] = createContext<FieldContext>()
