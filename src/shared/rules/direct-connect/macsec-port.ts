import { displayName } from '../../document/query.ts'
import { MACSEC_GBPS } from '../../facts/direct-connect.ts'
import { mbpsOf } from '../../model/bandwidth.ts'
import { fix, setField } from '../remedies/set-field.ts'
import { defineRule } from '../rule.ts'

export default defineRule({
  id: 'macsec-port',
  catalogue: 'R-DX-24',
  title: 'MACsec on a connection that cannot have it',
  severity: 'error',
  profiles: ['security'],
  appliesTo: ['direct-connect-connection'],
  why: 'MACsec needs a dedicated port of 10, 100 or 400 Gbps at a location that offers it, and must be asked for in the order. It cannot be added to another port later.',
  remedy: 'Order a port with MACsec, or encrypt with IPsec over the connection.',
  sources: [MACSEC_GBPS],
  messages: {
    hosted: '{connection} is to use MACsec, but it is hosted: the port is the partner\'s.',
    speed: '{connection} is to use MACsec, which a port of {bandwidth} does not have.',
    ordered: '{connection} is to use MACsec, but its port was not ordered with it.',
    unknown: '{connection} is to use MACsec: say whether its port is capable of it.',
  },
  checkEach: {
    *'direct-connect-connection'(connection) {
      const { EncryptionMode: mode, Bandwidth = '', MacSecCapable } = connection
      if (mode === undefined || mode === 'no_encrypt') return
      const slots = { connection: displayName(connection), bandwidth: Bandwidth }
      const fixes = [fix(`Do without MACsec on ${slots.connection}`, setField(connection, 'EncryptionMode', undefined))]
      const common = { slots, resources: [connection.id] as const, field: 'EncryptionMode' }
      const mbps = mbpsOf(Bandwidth)
      if (connection.connectionType === 'hosted') yield { message: 'hosted', ...common, fixes }
      else if (mbps !== undefined && !MACSEC_GBPS.value.some((gbps) => gbps * 1000 === mbps)) yield { message: 'speed', ...common, fixes }
      else if (MacSecCapable === false) yield { message: 'ordered', ...common, fixes }
      else if (MacSecCapable === undefined) yield { message: 'unknown', ...common, field: 'MacSecCapable', verdict: 'cannot-tell', severity: 'advice' }
    },
  },
})
