/** Names of elements and statements, as the truths and their conditions write them: ids count within a kind. */
export const device = (number: number) => `customer-device:customer-gateway:${number}`
export const isp = (number: number) => `isp-link:isp-link:${number}`
export const nat = (number: number) => `nat-gateway:nat-gateway:${number}`
export const appliance = (number: number) => `instance:instance:${number}`
export const tunnel = (connection: number, number: number) => `vpn-tunnel:vpn-connection:${connection}/${number}`
export const circuit = (number: number) => `carrier-circuit:carrier-circuit:${number}`
export const member = (number: number) => `dx-connection:direct-connect-connection:${number}`
/** A site's only way to the internet: its device and its ISP link. */
export const gate = (number: number) => [device(number), isp(number)]
export const location = 'dx-location:EqDB2'
/** One line of Direct Connect, from the router on. */
export const port = (number: number, place: string) => [device(number), member(number), `dx-device:direct-connect-connection:${number}`, place]
export const line = port(1, location)
/** One line of Direct Connect with the circuit that leads to it. */
export const wholeLine = [...line, circuit(1)]
export const region = 'region:eu-west-1'
export const zone = (letter: string, place = 'eu-west-1') => `availability-zone:${place}/${place}${letter}`
export const wan = 'wan-link:wan-link:1'
export const directory = 'directory-server:directory:1'
export const [AB, AC, BC] = ['vpc:1 <-> vpc:2', 'vpc:1 <-> vpc:3', 'vpc:2 <-> vpc:3']
export const [SA, SB] = ['site:1 <-> vpc:1', 'site:1 <-> vpc:2']
export const UA = 'user-group:1 -> vpc:1'
