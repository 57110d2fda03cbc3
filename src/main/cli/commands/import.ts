import { answer, refuse, type Outcome } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'
import type { ImportReport } from '../../../shared/import/snapshot.ts'
import { arrange } from '../../arrange.ts'
import { writeDesignFile } from '../../design-file.ts'
import type { Arguments, Command, Output } from '../command.ts'
import { importLive } from '../import-live.ts'
import { importDump, nameOf } from '../load-design.ts'
import { reportText } from '../text/report.ts'

const LIVE_ONLY = ['profile', 'region', 'endpoint-url'] as const

function read(given: Arguments, output: Output): Promise<Outcome<{ design: Design; report: ImportReport }>> | Outcome<never> {
  const name = nameOf(given.text('output') ?? '')
  if (given.isSet('aws')) {
    return given.places.length > 0 ? refuse('bad-use', `--aws reads accounts, not files: leave out "${given.places[0]}"`) : importLive(given, name, output)
  }
  const stray = LIVE_ONLY.find((option) => given.isSet(option))
  if (stray !== undefined) return refuse('bad-use', `--${stray} goes with --aws`)
  return given.places.length === 0 ? refuse('bad-use', '<path> is missing (or --aws to read accounts)') : importDump(given.places, name)
}

/** `causeway import`: a design from describe dumps or live accounts. */
export const importCommand: Command = {
  name: 'import',
  summary: 'Make a design file from AWS: describe dumps, or live accounts with --aws.',
  places: { label: '<path>', least: 0, most: 1_000 },
  options: {
    output: { value: '<file>', short: 'o', isRequired: true, help: 'the .causeway.json file to write' },
    aws: { help: 'read live accounts with the credentials of this machine; describe calls only' },
    profile: { value: '<name>', help: 'with --aws: the profile of the AWS configuration files' },
    region: { value: '<region>', isRepeatable: true, help: "with --aws: a Region to read; by default the profile's own" },
    'endpoint-url': { value: '<url>', help: 'with --aws: another endpoint for all calls' },
    json: { help: 'print the report in JSON' },
  },
  notes: [
    'Dumps are the answers of "aws ec2 describe-*" and "aws directconnect describe-*" in JSON: a folder ([aws_configs/][<account>/][<region>/]*.json), a file, or several. What a file holds is told by its top-level key.',
    'Answers about one prefix list or one transit gateway route table do not say whose they are: name their files after its id, such as pl-0123.json or routes-tgw-rtb-0123.json.',
    'The report accounts for everything read: shown + skipped = total, each skipped one with its reason.',
  ],
  run: async (given, output) => {
    const imported = await read(given, output)
    if (!imported.ok) return imported
    const { design, report } = imported.value
    const path = given.text('output') ?? ''
    const written = await writeDesignFile(path, arrange(design))
    if (!written.ok) return written
    output.say(`wrote ${path}`)
    output.print(given.isSet('json') ? JSON.stringify(report, null, 2) : reportText(report, output.width))
    return answer(0)
  },
}
