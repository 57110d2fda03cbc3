import { createHost } from './create-host.ts'
import { startDesktop } from './desktop/start.ts'

void startDesktop(createHost)
