import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { nameOf } from '../readings/names.ts'
import { referrersOf } from '../readings/sessions.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'backup-line-unencrypted',
  catalogue: 'R-AVL-06',
  title: 'Backup line is not encrypted like the primary one',
  severity: 'warning',
  profiles: ['security'],
  appliesTo: ['wan-link'],
  why: 'When the encrypted line fails, the same traffic goes over the other one in the clear. Nobody notices, because everything still works.',
  remedy: 'Encrypt the backup line as well, or run a tunnel over it.',
  sources: [{ fact: 'F-DX-60', checked: CHECKED }],
  messages: {
    plain: '{primary} between {site} and {other} is encrypted, but {backup}, which takes over from it, is not.',
    unknown: 'Whether traffic of {primary} between {site} and {other} stays encrypted on {backup} cannot be told: say in "Encrypted" whether it is.',
  },
  checkEach: {
    *'wan-link'(backup, { index }) {
      if (backup.role !== 'backup' || backup.encrypted === true) return
      const ends = [backup.site, backup.peerSite]
      const primary = referrersOf(index, 'wan-link', backup.site).find(({ role, encrypted, site, peerSite }) => role === 'primary' && encrypted === true && site !== peerSite && ends.includes(site) && ends.includes(peerSite))
      if (!primary) return
      const slots = { primary: displayName(primary), backup: displayName(backup), site: nameOf(index, backup.site), other: nameOf(index, backup.peerSite) }
      const resources = [backup.id, primary.id] as const
      if (backup.encrypted === false) yield { message: 'plain', slots, resources, field: 'encrypted' }
      else yield { message: 'unknown', slots, resources, field: 'encrypted', verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
