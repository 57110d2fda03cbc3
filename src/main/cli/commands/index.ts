import type { Command } from '../command.ts'
import { addressesCommand } from './addresses.ts'
import { check } from './check.ts'
import { costCommand } from './cost.ts'
import { diffCommand } from './diff.ts'
import { exportCommand } from './export.ts'
import { fixCommand } from './fix.ts'
import { importCommand } from './import.ts'
import { libraryCommand } from './library.ts'
import { patternsCommand } from './patterns.ts'
import { quotasCommand } from './quotas.ts'
import { renumberCommand } from './renumber.ts'
import { rulesCommand } from './rules.ts'
import { serveCommand } from './serve.ts'
import { simulateCommand } from './simulate.ts'
import { trace } from './trace.ts'

/** All commands, in the order of the help. */
export const COMMANDS: readonly Command[] = [check, fixCommand, quotasCommand, rulesCommand, trace, simulateCommand, costCommand, addressesCommand, renumberCommand, importCommand, diffCommand, exportCommand, patternsCommand, libraryCommand, serveCommand]
