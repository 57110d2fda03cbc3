// Appends VPCs to a design for ever, or so many times, and prints each revision once it is acknowledged.
import { openLibrary } from '../../../../src/main/library/library.ts'
import { edit, put, valueOf, vpc } from './sample.ts'

const [folder = '', id = '', name = '', times = 'Infinity'] = process.argv.slice(2)
const library = valueOf(openLibrary({ folder }))
let { revision } = valueOf(library.open({ id }))
let stale = 0
for (let count = 0; count < Number(times);) {
  const outcome = library.append({ id, expectedRevision: revision, edit: edit(put(vpc(`${name}${count}`))) })
  if (outcome.ok) {
    revision = outcome.value.revision
    count += 1
    process.stdout.write(`${revision} ${name}${count - 1}\n`)
  } else if (outcome.error.code === 'stale-revision') {
    stale += 1
    revision = valueOf(library.open({ id })).revision
  } else {
    throw new Error(outcome.error.message)
  }
}
library.close()
process.stderr.write(String(stale))
