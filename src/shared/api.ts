import { z } from 'zod'
import type { Contract, EventContract } from './contract.ts'
import { type Design, SCHEMA_VERSION } from './document/design.ts'
import { type Edit, editSchema } from './document/edit.ts'
import { OVERLAY_NAMES } from './document/overlay-name.ts'
import type { ImportReport } from './import/snapshot.ts'
import { LAYER_NAMES } from './model/layer.ts'

const designKey = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const text = (most: number) => z.string().max(most)
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'must be bytes')

// What comes from main is trusted by the renderer: these mark the type, the data was checked where it entered.
const design = z.custom<Design>((value) => typeof value === 'object' && value !== null)
const importReport = z.custom<ImportReport>((value) => typeof value === 'object' && value !== null)

/** A design as the library lists it. Times are milliseconds since 1970 (UTC); `trashedAt` is there while it lies in the trash. */
export const listedDesign = z.object({ id: designKey, name: z.string(), revision: z.int(), createdAt: z.number(), changedAt: z.number(), resources: z.int(), trashedAt: z.number().optional() })

/** A design as the library lists it. */
export type ListedDesign = z.infer<typeof listedDesign>

/** Something that a search found: a resource of a design, or (without `resource`) the design by its name. */
const searchHit = z.object({
  design: designKey,
  designName: z.string(),
  resource: z.string().optional(),
  /** What the resource or the design is called. */
  name: z.string(),
  /** What it is: the kind's name, or that of its form; "Design". */
  kind: z.string(),
  /** Where it matched, and the text there. */
  matches: z.array(z.object({ field: z.string(), parts: z.array(z.object({ text: z.string(), isMatch: z.boolean() })) })),
})

/** Something that a search found. */
export type SearchHit = z.infer<typeof searchHit>

/** A version of a design: at most five minutes of work, or up to a revision that somebody named. Times are milliseconds since 1970 (UTC). */
const version = z.object({
  /** The revision that it shows, and the first edit that belongs to it; both are 0 for what the design was made as. */
  revision: z.int(),
  first: z.int(),
  startedAt: z.number(),
  madeAt: z.number(),
  name: z.string().optional(),
  /** What its edits come to. */
  tally: z.object({ added: z.int(), removed: z.int(), changed: z.int(), moved: z.int(), others: z.int() }),
})

/** A version of a design. */
export type Version = z.infer<typeof version>

const SCALE = 'give a number from 0.1 to 8'

const pictureOptions = z.strictObject({
  /** Layers that are left out. */
  hidden: z.array(z.enum(LAYER_NAMES)).max(LAYER_NAMES.length).optional(),
  theme: z.enum(['light', 'dark']).default('light'),
  /** PNG only: pixels per canvas unit. */
  scale: z.number(SCALE).min(0.1, SCALE).max(8, SCALE).default(2),
  /** PDF only. `fit`: one page as large as the drawing. */
  page: z.enum(['fit', 'A4', 'A3', 'A2', 'A1', 'A0', 'Letter', 'Tabloid']).default('A3'),
  orientation: z.enum(['portrait', 'landscape']).default('landscape'),
  /** PDF only: text of the title block besides the design's name. */
  title: text(200).optional(),
  author: text(200).optional(),
  /** PDF only: a page for each saved view after the whole drawing. */
  views: z.boolean().default(false),
  /** What the drawing is overlaid with; pages of saved views have their own. */
  overlay: z.enum(OVERLAY_NAMES).optional(),
})

/** Everything the renderer can ask of main. Names are `subject.verb`. */
export const API = {
  'app.info': { input: z.strictObject({}), output: z.object({ version: z.string(), host: z.enum(['electron', 'loopback']), node: z.string(), libraryPath: z.string() }) },
  /** Designs that do not lie in the trash, latest change first. */
  'library.list': { input: z.strictObject({}), output: z.array(listedDesign) },
  /** Designs in the trash, the last put there first. They stay until the person deletes them. */
  'library.trashed': { input: z.strictObject({}), output: z.array(listedDesign) },
  /** Full-text search in all designs outside the trash; best matches first. `unread` designs are not known to the search yet. */
  'library.search': {
    input: z.strictObject({ text: text(500), most: z.int().min(1).max(500).default(200) }),
    output: z.object({ hits: z.array(searchHit), hasMore: z.boolean(), unread: z.int() }),
  },
  /** Creates a design, empty or from a given one (template, sample, duplicate). */
  'library.create': { input: z.strictObject({ name: text(255), design: z.unknown().optional() }), output: listedDesign },
  'library.open': { input: z.strictObject({ id: designKey }), output: z.object({ id: designKey, revision: z.int(), design }) },
  /** Journals one edit. Answers after the commit has reached the disk; refused with `stale-revision` when somebody else was faster. */
  'library.append': {
    input: z.strictObject({ id: designKey, expectedRevision: z.int().min(0), edit: editSchema as z.ZodType<Edit, Edit> }),
    output: z.object({ revision: z.int() }),
  },
  /** Renames a design; refused with `stale-name` when it is not called `expectedName` any more. */
  'library.rename': { input: z.strictObject({ id: designKey, expectedName: text(255), name: text(255) }), output: listedDesign },
  /** Puts a design into the trash; refused with `stale-revision` when it was changed after the revision that the person saw. */
  'library.trash': { input: z.strictObject({ id: designKey, expectedRevision: z.int().min(0) }), output: listedDesign },
  /** Takes a design out of the trash, as it was. */
  'library.restore': { input: z.strictObject({ id: designKey }), output: listedDesign },
  /** Deletes designs for good, with their history; those that are not in the trash (any more) are left alone. Answers how many went. */
  'library.purge': { input: z.strictObject({ ids: z.array(designKey).max(100_000) }), output: z.object({ purged: z.int() }) },
  /** Puts the text of a `.causeway.json` file into the library as a new design. */
  'library.openFile': { input: z.strictObject({ fileName: text(500), text: text(64 * 1024 * 1024) }), output: listedDesign },
  /** The design as the bytes of a `.causeway.json` file. */
  'library.file': { input: z.strictObject({ id: designKey }), output: z.object({ fileName: z.string(), text: z.string() }) },
  /** Versions of a design, the newest first: so many of those before a revision. */
  'library.versions': {
    input: z.strictObject({ id: designKey, before: z.int().min(0).optional(), most: z.int().min(1).max(1000).default(50) }),
    output: z.object({ versions: z.array(version), hasMore: z.boolean() }),
  },
  /** Names a revision, or (null) takes its name away; refused with `stale-name` when it is not called `expectedName` any more. */
  'library.nameVersion': {
    input: z.strictObject({ id: designKey, revision: z.int().min(0), expectedName: text(255).nullable(), name: text(255).min(1).nullable() }),
    output: z.null(),
  },
  /** The design as it was at a revision. */
  'library.version': { input: z.strictObject({ id: designKey, revision: z.int().min(0) }), output: z.object({ revision: z.int(), design }) },
  /** Makes a new design of another, as it is or as it was at a revision. */
  'library.copy': { input: z.strictObject({ id: designKey, revision: z.int().min(0).optional(), name: text(255) }), output: listedDesign },
  /**
   * A small picture (PNG) of a design, or of one revision of it. Answers at once with what there is, which may be of an
   * older revision, or null; what is missing is drawn, and `library.pictured` tells when it can be asked for again.
   */
  'library.picture': {
    input: z.strictObject({ id: designKey, theme: z.enum(['light', 'dark']), revision: z.int().min(0).optional() }),
    output: z.object({ revision: z.int(), bytes }).nullable(),
  },
  'export.picture': {
    input: z.strictObject({ id: designKey, format: z.enum(['svg', 'png', 'pdf']), options: pictureOptions.prefault({}) }),
    /** `notices`: what the maker should know, such as a drawing that had to be scaled down. */
    output: z.object({ fileName: z.string(), mediaType: z.string(), bytes, notices: z.array(z.string()) }),
  },
  'export.cloudFormation': {
    input: z.strictObject({ id: designKey }),
    output: z.object({
      files: z.array(z.object({ fileName: z.string(), text: z.string() })),
      manualSteps: z.array(z.string()),
      /** What no template makes, whole or in part. */
      skipped: z.array(z.object({ resource: z.string(), reason: z.string() })),
    }),
  },
  /** Writes bytes where the user chooses: a dialog in the desktop window; `download` tells the renderer to offer it itself. */
  'file.save': {
    input: z.strictObject({ fileName: text(500), mediaType: text(200), bytes }),
    output: z.object({ outcome: z.enum(['saved', 'cancelled', 'download']), path: z.string().optional() }),
  },
  /** Imports dump files that the user picked; paths matter (account and Region folders). Makes a new design. */
  'import.files': {
    input: z.strictObject({ name: text(255), files: z.array(z.strictObject({ path: text(1000), text: text(64 * 1024 * 1024) })).max(20_000) }),
    output: z.object({ design: listedDesign, report: importReport }),
  },
  /** Names of the AWS profiles on this machine; never their secrets. */
  'import.profiles': { input: z.strictObject({}), output: z.array(z.string()) },
  /** Reads live accounts; progress comes as `import.progress` events carrying `job`. */
  'import.live': {
    input: z.strictObject({ job: text(64), name: text(255), profile: text(200).optional(), regions: z.array(text(40)).max(50), endpointUrl: z.url().optional() }),
    output: z.object({ design: listedDesign, report: importReport }),
  },
  'import.cancel': { input: z.strictObject({ job: text(64) }), output: z.null() },
  'settings.read': { input: z.strictObject({}), output: z.record(z.string(), z.json()) },
  'settings.write': { input: z.strictObject({ key: text(100), value: z.json() }), output: z.null() },
} as const satisfies Contract

/** What main tells the renderer without being asked. */
export const EVENTS = {
  'import.progress': z.object({ job: z.string(), done: z.int(), total: z.int(), message: z.string() }),
  /** A design of the library changed, here or in another program; revision -1: it is gone, or in the trash. */
  'library.changed': z.object({ id: designKey, revision: z.int() }),
  /** A small picture was drawn. */
  'library.pictured': z.object({ id: designKey, revision: z.int(), theme: z.enum(['light', 'dark']) }),
  /** The desktop menu asks for a command of the renderer's command list. */
  'menu.command': z.object({ command: z.string() }),
  /** A file was opened from the desktop (double click, command line). */
  'file.opened': z.object({ design: listedDesign }),
} as const satisfies EventContract

/** The document version this build writes; shown in About. */
export const DOCUMENT_VERSION = SCHEMA_VERSION
