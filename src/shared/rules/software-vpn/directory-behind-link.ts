import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { linesOf } from '../readings/appliances.ts'
import { nameOf } from '../readings/names.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'directory-behind-link',
  catalogue: 'R-SW-14',
  title: 'Sign-in to a remote-access server needs a directory behind a link',
  severity: 'warning',
  profiles: ['seed-caveats', 'resilience-99-9'],
  appliesTo: ['instance', 'directory'],
  why: 'A server in AWS that asks a directory at the customer\'s site signs nobody in while the connection between them is down. That is just when people want to come in.',
  remedy: 'Keep a replica of the directory in the VPC.',
  sources: [{ fact: 'F-SW-40', checked: CHECKED }],
  messages: { behind: '{server} signs users in with {directory} at {site}: while the way there is down, nobody gets in.' },
  checkEach: {
    *instance(server, { index }) {
      const directory = server.role === 'remote-access-server' && linesOf(index, server.id).length > 0 ? index.getOf('directory', server.directory) : undefined
      if (directory?.site === undefined) return
      yield { message: 'behind', slots: { server: displayName(server), directory: displayName(directory), site: nameOf(index, directory.site) }, resources: [server.id, directory.id, directory.site], field: 'directory' }
    },
  },
})
