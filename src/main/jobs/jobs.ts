import { drawPicture } from './draw-picture.ts'
import { drawThumbnail } from './draw-thumbnail.ts'
import { importDump, importEstate } from './import-dump.ts'
import { readDesign } from './read-design.ts'
import { tellVersions } from './tell-versions.ts'
import { writeTemplates } from './write-templates.ts'

/** All work that is too long for a host's event loop, by name. */
export const jobs = {
  drawPicture,
  drawThumbnail,
  importDump,
  importEstate,
  readDesign,
  tellVersions,
  writeTemplates,
} as const
