import { cleverSearch } from './search.ts'
import { hubOf } from './network.ts'

// A process of its own for the peak memory of one analysis: prints MiB.
cleverSearch(hubOf(Number(process.argv[2])))
process.stdout.write(String(Math.round(process.resourceUsage().maxRSS / 1024)))
