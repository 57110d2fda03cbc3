import type { Rule } from '../rule.ts'
import virtualInterfaceRegion from './virtual-interface-region.ts'

/** Rules of this family, in order of id. */
export const RULES: readonly Rule[] = [virtualInterfaceRegion]
