/** Entries of the facts catalogue's review rules by family: `R-ADDR-01` to `R-ADDR-21` and so on, 260 in all. */
const ENTRIES = { ADDR: 21, RT: 21, VPN: 36, DX: 46, TGW: 28, PEER: 11, PL: 15, CVPN: 16, SW: 19, EDGE: 17, AVL: 10, ARCH: 10, COST: 4, CFN: 6 } as const

/** Every entry of the catalogue, in its order. */
export const CATALOGUE: readonly string[] = Object.entries(ENTRIES).flatMap(([family, count]) => Array.from({ length: count }, (_, at) => `R-${family}-${String(at + 1).padStart(2, '0')}`))

/** Entries that no rule checks, each with the reason, for people. What a rule answers with "cannot tell" is not among them. */
export const NOT_CHECKED: Readonly<Record<string, string>> = {
  'R-TGW-23': 'A design does not hold multicast domains and groups.',
  'R-TGW-27': 'A design does not hold policy tables of transit gateways.',
  'R-VPN-21': 'A design holds no pre-shared keys: they are secrets, and an import leaves them out.',
  'R-VPN-27': "A router's policy is drawn for a VPN connection as a whole, so both tunnels of one always announce and prefer alike.",
  'R-VPN-30': 'A design is one state and holds no plan of changes to what exists.',
  'R-VPN-31': 'VPN Concentrators are not among the kinds that can be drawn or imported.',
  'R-ADDR-21': 'A design does not hold the order in which blocks were added and peering was requested.',
  'R-ARCH-10': 'A design does not hold how much data leaves AWS over a month.',
  'R-COST-03': 'A design does not hold how much data leaves AWS, nor what a carrier asks for its lines.',
  'R-COST-04': 'No mistake of a design: wherever costs are shown, what has no price that could be read is said to be untold.',
  'R-AVL-04': 'No mistake of a design: every availability figure is shown with the grade of what it rests on.',
  'R-CFN-02': 'A design is one state and holds no plan of changes to what exists.',
  'R-CFN-03': 'A design holds no pre-shared keys, MD5 keys or MACsec keys, so no template can show one.',
  'R-AVL-10': 'An intent cannot say that it has to outlive a Region.',
  'R-CFN-01': 'The exporter writes each DependsOn itself; tests compare its templates.',
  'R-CFN-04': 'No mistake of a design: the export prints the steps that people have to do by hand.',
  'R-CFN-06': 'The exporter puts a new connection into a link aggregation group of its own, which takes virtual interfaces at once.',
}
