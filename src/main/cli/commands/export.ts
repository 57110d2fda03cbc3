import { join } from 'node:path'
import { answer, refuse, type Outcome } from '../../../shared/contract.ts'
import type { Design } from '../../../shared/document/design.ts'
import { OVERLAY_NAMES } from '../../../shared/document/overlay-name.ts'
import { indexOf } from '../../../shared/document/query.ts'
import { exportCloudFormation } from '../../../shared/export/cloudformation/index.ts'
import { arrange } from '../../arrange.ts'
import { writeFileWhole } from '../../files.ts'
import { makeFolder } from '../../make-folder.ts'
import type { Arguments, Command, Output } from '../command.ts'
import { loadDesign } from '../load-design.ts'
import { DESIGN_PLACE } from '../options.ts'
import { readPictureOptions } from '../picture-options.ts'
import { nameOfId } from '../text/names.ts'

/** Writes one file after the other; stops at the first that cannot be written. */
async function writeAll(files: readonly { readonly path: string; readonly bytes: Uint8Array | string }[], output: Output): Promise<Outcome<null>> {
  for (const { path, bytes } of files) {
    const written = await writeFileWhole(path, bytes)
    if (!written.ok) return written
    output.say(`wrote ${path}`)
  }
  return answer(null)
}

async function writeTemplates(design: Design, path: string, output: Output): Promise<Outcome<null>> {
  const { files, manualSteps, skipped } = exportCloudFormation(design)
  const [first] = files
  if (first === undefined) return refuse('nothing-to-export', 'The design holds nothing that CloudFormation can make.')
  if (files.length > 1) {
    try {
      makeFolder(path)
    } catch (cause) {
      return refuse('file-unwritable', `${path}: the design makes ${files.length} templates, so this must be a folder: ${(cause as Error).message}`, { path })
    }
  }
  const written = await writeAll(files.map(({ fileName, text }) => ({ path: files.length > 1 ? join(path, fileName) : path, bytes: text })), output)
  if (!written.ok) return written
  const index = indexOf(design)
  for (const { resource, reason } of skipped) output.say(`left out: ${nameOfId(index, resource)}: ${reason}`)
  if (manualSteps.length > 0) output.print(['To do by hand:', ...manualSteps.map((step, position) => `${position + 1}. ${step}`)].join('\n'))
  return answer(null)
}

async function writePicture(design: Design, format: 'svg' | 'png' | 'pdf', given: Arguments, output: Output): Promise<Outcome<null>> {
  const options = readPictureOptions(given)
  if (!options.ok) return options
  const { renderPicture } = await import('../../pictures/index.ts')
  const bytes = await renderPicture(arrange(design), format, options.value, output.say)
  return writeAll([{ path: given.text('output') ?? '', bytes }], output)
}

/** `causeway export`: a picture, or CloudFormation templates. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'Write a design as a picture (SVG, PNG, PDF) or as CloudFormation.',
  places: DESIGN_PLACE,
  options: {
    format: { value: '<format>', isRequired: true, choices: ['svg', 'png', 'pdf', 'cloudformation'], help: 'svg, png, pdf or cloudformation' },
    output: { value: '<path>', short: 'o', isRequired: true, help: 'the file to write; a folder when CloudFormation needs several templates' },
    theme: { value: '<theme>', choices: ['light', 'dark'], help: 'pictures: light (the default) or dark' },
    scale: { value: '<n>', help: 'PNG: pixels per unit of the drawing, 0.1 to 8; by default 2' },
    page: { value: '<size>', choices: ['fit', 'A4', 'A3', 'A2', 'A1', 'A0', 'Letter', 'Tabloid'], help: 'PDF: A3 (the default), another size, or fit for a page as large as the drawing' },
    orientation: { value: '<way>', choices: ['portrait', 'landscape'], help: 'PDF: landscape (the default) or portrait' },
    hide: { value: '<layers>', help: 'pictures: layers to leave out, with commas between them: intents, annotations, hosts …' },
    views: { help: 'PDF: a page for each saved view of the design after the whole drawing' },
    overlay: { value: '<name>', choices: [...OVERLAY_NAMES], help: `pictures: ${OVERLAY_NAMES.join(', ')}, with a key below the drawing` },
    title: { value: '<text>', help: "PDF: title block, besides the design's name" },
    author: { value: '<text>', help: 'PDF: author in the title block' },
  },
  run: async (given, output) => {
    const loaded = await loadDesign(given.places[0] ?? '', output)
    if (!loaded.ok) return loaded
    const format = given.text('format') as 'svg' | 'png' | 'pdf' | 'cloudformation' // one of the choices
    const done = await (format === 'cloudformation' ? writeTemplates(loaded.value, given.text('output') ?? '', output) : writePicture(loaded.value, format, given, output))
    return done.ok ? answer(0) : done
  },
}
