import type { z } from 'zod'
import type { API } from '../../shared/api.ts'

/** What a picture can be. */
export type PictureFormat = 'svg' | 'png' | 'pdf'

/** How a picture is drawn: as the contract says, plus a date for the title block, which the caller reads off its clock. */
export type PictureOptions = z.output<(typeof API)['export.picture']['input']>['options'] & { readonly date?: string }
