import { drawOpenTable, drawOpenVpc } from './pieces/internet.ts'
import { drawRemoteUsers } from './pieces/remote-access.ts'
import { Sheet } from './pieces/sheet.ts'
import { drawMainTable } from './pieces/vpc.ts'
import { definePattern } from './pattern.ts'

/** Software remote access. */
export const softwareRemoteAccess = definePattern({
  id: 'c2-software-remote-access',
  title: 'Remote-access server on EC2',
  figures: ['F12', 'I22'],
  useCase: 'People at home or on the road work with a VPC, with a protocol or a client that the managed service does not offer. The server keeps its own users.',
  advantages: 'Any vendor, protocol and way to sign in can be used. Users are translated to the server, so nothing else has to know their addresses.',
  limitations: 'The lone server and its zone shut everybody out. The company keeps it available, patched and large enough.',
  build: (names) => {
    const sheet = new Sheet(names)
    const vpc = drawOpenVpc(sheet, 'Production')
    drawMainTable(sheet, vpc, {})
    drawOpenTable(sheet, vpc)
    const users = drawRemoteUsers(sheet, vpc, {})
    sheet.reachOneWay(users, vpc.id)
    return sheet.content
  },
})
