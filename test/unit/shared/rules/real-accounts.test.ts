import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDump } from '../../../../src/main/aws/dump.ts'
import { importSnapshot } from '../../../../src/shared/import/import-snapshot.ts'
import { check } from './samples.ts'

/** Accounts beside the project where it is developed. */
const DUMPS = resolve('../shared/fixtures/aws-dumps')
const skipped = existsSync(DUMPS) ? '' : ' (skipped, because ../shared/fixtures/aws-dumps is not there)'

/** Everything the rules say of each account, as rule and AWS id; each was looked up by hand in what AWS answered. Their groups admit everybody to SSH, sg-dx01 to everything. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  // 10.100.0.0/16 is announced over VPN, 10.0.0.0/8 over Direct Connect. Its VPN connection has one tunnel only, as its one line of telemetry says. An instance lives in an attachment subnet.
  'direct-connect-gateway': [
    'admin-port-open sg-dx01',
    'more-specific-vpn dxgw-assoc-dx01',
    'single-customer-gateway cgw-dx-test',
    'tunnel-not-configured vpn-dx-test',
    'attachment-subnet-shared tgw-dx01',
    // No call of AWS tells whether a router uses BFD; the dump holds no failover tests.
    'bfd-off dxvif-dx01',
    'direct-connect-with-vpn site:1.1.1.2',
    'failover-test dxvif-dx01',
    'tunnel-alarm vpn-dx-test',
    'vpn-over-internet vpn-dx-test',
  ],
  'larger-account': [],
  // One subnet has no table of its own, two have. Its private subnets lead to the NAT gateway, and it has no endpoint.
  'nat-gateway': ['admin-port-open sg-0253af84ae6485905', 'admin-port-open sg-0b647281e3f8f7c18', 'implicit-main-table vpc-0008a7b45e3ddf1dd', 'nat-instead-of-gateway-endpoint vpc-0008a7b45e3ddf1dd'],
  // Its default route leads to a virtual private gateway whose static VPN names 19.168.0.0/16 alone; both its tunnels were down.
  'public-private-subnet': ['admin-port-open sg-063f2bb51713c3236', 'admin-port-open sg-0662342465612f419', 'route-beyond-gateway rtb-002f0eabf583bf991', 'single-customer-gateway cgw-0e0d620a3ae284684', 'tunnel-was-down vpn-05044757278685fd3', 'implicit-main-table vpc-0b966fdeb36d5e43f', 'tunnel-alarm vpn-05044757278685fd3', 'vpn-over-internet vpn-05044757278685fd3'],
  // Subnet A2 is in a zone without an attachment subnet, and its table routes to the transit gateway. Instances live in attachment subnets.
  'transit-gateway': ['attachment-zone-missing tgw-attach-07f5ec59e9f540021', 'admin-port-open sg-051f619de836dbaf3', 'admin-port-open sg-065c26b39e45ae384', 'admin-port-open sg-09606ce9642cac154', 'attachment-subnet-shared tgw-044be4464fcc69aff'],
  'vpc-endpoint-gateway': ['admin-port-open sg-0ba8692418a4ae00e'],
  // Its default route leads to an internet gateway that is gone.
  'vpc-peering': ['admin-port-open sg-065c26b39e45ae384', 'admin-port-open sg-09606ce9642cac154', 'admin-port-open sg-0b3df494998412a48', 'blackhole-route rtb-017c36290c9baf017'],
  // What its BGP device announces is not in the account; both tunnels were down.
  'vpn-gateway': ['admin-port-open sg-063f2bb51713c3236', 'admin-port-open sg-0662342465612f419', 'single-customer-gateway cgw-07affe708bb0e5fb6', 'tunnel-was-down vpn-03701a53bba3c48b7', 'route-beyond-gateway rtb-0d20fcae075afe460', 'tunnel-alarm vpn-03701a53bba3c48b7', 'vpn-over-internet vpn-03701a53bba3c48b7'],
}

describe.skipIf(skipped !== '')(`the rules on real accounts${skipped}`, () => {
  it.each(Object.entries(SAID))('%s', async (account, said) => {
    const dump = await readDump([join(DUMPS, account)])
    if (!dump.ok) throw new Error(JSON.stringify(dump.problems))
    const { design } = importSnapshot({ sources: dump.value.sources }, account)
    const found = check(design).map(({ rule, resources: [first] }) => `${rule} ${first === undefined ? '' : (design.resources[first]?.awsId ?? first)}`)
    expect(found).toEqual(said)
  })
})
