// Breaks the condition of every rule in every small way there is, and lists what neither the types nor a sample nor a mistake notices.
// Not part of the tests: some of those change no meaning. `node scripts/node.js break-rules [rule or family ...]`
import { FAMILIES } from '../src/shared/rules/registry.ts'
import { caughtOrDead } from '../test/unit/shared/rules/caught.ts'
import { ruleWith, sourceOf } from '../test/unit/shared/rules/load-rule.ts'
import { type SmallBreak, smallBreaks } from './small-breaks.ts'
import { type Rewritten, typeChecked } from './type-checked.ts'

const wanted = process.argv.slice(2)

async function isCaught(file: string, text: string): Promise<boolean> {
  try {
    return caughtOrDead(await ruleWith({ file, text }, file)) !== undefined
  } catch {
    return true // it does not even load
  }
}

let tried = 0
const passing: (SmallBreak & Rewritten & { readonly id: string })[] = []
for (const [family, rules] of Object.entries(FAMILIES)) {
  for (const { id } of rules) {
    if (wanted.length > 0 && !wanted.includes(family) && !wanted.includes(id)) continue
    const file = `rules/${family}/${id}.ts`
    for (const broken of smallBreaks(sourceOf(file))) {
      tried += 1
      if (!(await isCaught(file, broken.text))) passing.push({ ...broken, id, file: `src/shared/${file}` })
    }
  }
}
const unnoticed = typeChecked(passing)
for (const { id, from, to } of unnoticed) process.stdout.write(`${id}: ${from}  =>  ${to}\n`)
const noticed = tried - passing.length
process.stdout.write(`${tried} breaks: ${noticed} noticed by samples and mistakes, ${passing.length - unnoticed.length} more by the types, ${unnoticed.length} by nothing\n`)
