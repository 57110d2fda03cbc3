import { displayName } from '../../document/query.ts'
import { CHECKED } from '../../facts/fact.ts'
import { accessTo, vpcOfEndpoint } from '../readings/client-vpn.ts'
import { nameOf, sentence } from '../readings/names.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

/** The ARN of a certificate in AWS Certificate Manager, in any partition. */
const ACM_CERTIFICATE = /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/.+$/

export default defineRule({
  id: 'client-vpn-authentication',
  catalogue: 'R-CVPN-09',
  title: 'Sign-in to a Client VPN endpoint cannot work',
  severity: 'error',
  profiles: ['security', 'seed-caveats'],
  appliesTo: ['client-vpn-endpoint', 'directory', 'remote-access'],
  why: 'The directory or identity provider of an endpoint must be in the endpoint\'s own account. A sign-in by SAML opens a browser, which AWS\'s own client does and other clients do not. The server certificate comes from AWS Certificate Manager, whatever the users sign in with.',
  remedy: 'Set up the directory or provider in the endpoint\'s account, and use AWS\'s client where SAML is wanted.',
  sources: [
    { fact: 'F-CVPN-10', checked: CHECKED },
    { fact: 'F-CVPN-11', checked: CHECKED },
    { fact: 'F-CVPN-9', checked: CHECKED },
  ],
  messages: {
    account: '{endpoint} in account {account} asks {directory} in account {other}; both must be in one account.',
    certificate: '{endpoint} names {certificate} as its server certificate, which is none of AWS Certificate Manager.',
    client: '{endpoint} signs users in by SAML, which the clients of {users} do not do; AWS\'s own client does.',
  },
  checkEach: {
    *'client-vpn-endpoint'(endpoint, { index }) {
      const directory = index.getOf('directory', endpoint.directory)
      const account = endpoint.OwnerId ?? vpcOfEndpoint(index, endpoint)?.OwnerId
      const slots = { endpoint: displayName(endpoint) }
      if (directory?.OwnerId !== undefined && account !== undefined && directory.OwnerId !== account) yield { message: 'account', slots: { ...slots, account, directory: displayName(directory), other: directory.OwnerId }, resources: [endpoint.id, directory.id], field: 'directory' }
      const certificate = endpoint.ServerCertificateArn
      if (certificate !== undefined && !ACM_CERTIFICATE.test(certificate)) yield { message: 'certificate', slots: { ...slots, certificate }, resources: [endpoint.id], field: 'ServerCertificateArn' }
      const others = endpoint.authentication.includes('saml') ? accessTo(index, endpoint.id).filter(({ client }) => client === 'other') : []
      const [first, ...more] = others
      if (first) yield { message: 'client', slots: { ...slots, users: sentence(others.map(({ users }) => nameOf(index, users))) }, resources: [endpoint.id, first.id, ...more.map(({ id }) => id)], field: 'authentication', fixes: [fix(`Use AWS's client for ${sentence(others.map(displayName))}`, ...others.map((access) => setField(access, 'client', 'aws-client')))] }
    },
  },
})
