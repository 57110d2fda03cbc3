import { CHECKED, type Grade, type GradedFact } from './fact.ts'

/** Milliseconds that something takes, or undefined where only the user can know; `planning` is then what to try. */
export interface TimerFact extends GradedFact<number | undefined> {
  /** What the timer says, for people. */
  readonly label: string
  readonly planning?: number
}

const S2S = 'https://docs.aws.amazon.com/vpn/latest/s2svpn'
const DX = 'https://docs.aws.amazon.com/directconnect/latest/UserGuide'
const OWN = 'Causeway'

function timer(label: string, fact: string, value: number | undefined, grade: Grade, source: string, planning?: number): TimerFact {
  return { label, value, fact, source, checked: CHECKED, grade, ...(planning === undefined ? {} : { planning }) }
}

/** How long it takes to notice a loss, to act on it, and to come back (facts 11.5). Milliseconds. */
export const TIMERS = {
  vpnDpd: timer('AWS notices a dead tunnel (DPD timeout)', 'F-AVL-70', 40_000, 'documented', `${S2S}/VPNTunnels.html`),
  deviceDpd: timer('the customer device notices a dead tunnel (DPD)', 'F-VPN-52', 30_000, 'historical', `${S2S}/your-cgw.html`),
  vpnHold: timer('BGP hold time over VPN', 'F-AVL-71', 30_000, 'historical', `${S2S}/your-cgw.html`),
  dxHold: timer('BGP hold time over Direct Connect', 'F-AVL-72', 90_000, 'documented', `${DX}/Troubleshooting.html`),
  dxBfd: timer('BFD on a virtual interface', 'F-AVL-73', 900, 'documented', `${DX}/Troubleshooting.html`),
  linkDown: timer('an end sees its link go down, or is told', 'F-VPN-58', 1_000, 'tool-assumption', OWN),
  routeUpdate: timer('transit gateway and VPC tables follow a change', 'F-AVL-76', 5_000, 'tool-assumption', OWN),
  connectHold: timer('BGP hold time of a transit gateway Connect peer', 'F-AVL-74', 30_000, 'documented', 'https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html'),
  routeServerHold: timer('BGP hold time of a route server (AWS states none; RFC 4271 suggests 90 s)', 'F-SW-30', undefined, 'tool-assumption', 'https://www.rfc-editor.org/rfc/rfc4271', 90_000),
  routeServerBfd: timer('BFD of a route server (AWS states no interval; 300 ms × 3 as on Direct Connect)', 'F-SW-30', undefined, 'tool-assumption', OWN, 900),
  siteFailover: timer('a site stops using a dead device (VRRP, priority 100)', 'F-AVL-43', 3_609, 'tool-assumption', 'https://www.rfc-editor.org/rfc/rfc9568'),
  wanFailover: timer("the sites' routing notices a dead WAN link", 'F-AVL-43', undefined, 'tool-assumption', OWN, 40_000),
  ispChangeover: timer('tunnels and internet traffic move to another line', 'F-AVL-44', undefined, 'tool-assumption', OWN, 60_000),
  vpnRestore: timer('a tunnel and its BGP session come back', 'F-VPN-39', 30_000, 'tool-assumption', OWN),
  dxRestore: timer('a BGP session over Direct Connect comes back', 'F-DX-25', 30_000, 'tool-assumption', OWN),
  monitorDetect: timer('the VPN monitor notices (10 s × 3)', 'F-AVL-75', 30_000, 'tool-assumption', OWN),
  monitorAct: timer('the VPN monitor changes routes', 'F-AVL-75', 5_000, 'tool-assumption', OWN),
} as const satisfies Readonly<Record<string, TimerFact>>

/** Name of a timer. */
export type TimerName = keyof typeof TIMERS

/** Names of all timers. */
export const TIMER_NAMES = Object.keys(TIMERS) as readonly TimerName[]
