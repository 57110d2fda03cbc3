import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { EMITTERS } from '../../../../../src/shared/export/cloudformation/emitters/index.ts'
import { exportCloudFormation } from '../../../../../src/shared/export/cloudformation/index.ts'
import { type Kind, KINDS } from '../../../../../src/shared/model/index.ts'
import { sampleDesigns } from '../../../arbitraries/design.ts'

const FOLDER = fileURLToPath(new URL('../../../../../src/shared/export/cloudformation/emitters/', import.meta.url))
const designs = sampleDesigns(8, 60, 3)

describe('what becomes of each kind in CloudFormation', () => {
  it('is said for every kind, under its own name', () => {
    expect(Object.keys(EMITTERS).sort()).toEqual([...KINDS].sort())
    for (const [kind, handler] of Object.entries(EMITTERS)) expect(handler.kind).toBe(kind)
  })

  it('is made in a file of the same name, or not, because', () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(/\.ts$/, '')).filter((file) => file !== 'index')
    const made = KINDS.filter((kind) => 'emit' in EMITTERS[kind])
    expect(files.sort()).toEqual([...made].sort())
    for (const kind of KINDS.filter((other) => !made.includes(other))) expect((EMITTERS[kind] as { readonly because: string }).because).toMatch(/^[a-z].{20,}/)
  })

  it.each(KINDS)('%s is exported or skipped with a reason whenever it occurs', (kind: Kind) => {
    const using = designs.filter((design) => Object.values(design.resources).some((resource) => resource.kind === kind))
    expect(using.length).toBeGreaterThan(0)
    for (const design of using.slice(0, 2)) {
      const whole = exportCloudFormation(design)
      const without = exportCloudFormation({ ...design, resources: Object.fromEntries(Object.entries(design.resources).filter(([, resource]) => resource.kind !== kind)) })
      expect(JSON.stringify(whole)).not.toBe(JSON.stringify(without))
    }
  })
})
