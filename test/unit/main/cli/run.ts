import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { serializeDesign } from '../../../../src/shared/document/serialize.ts'
import { main } from '../../../../src/main/cli.ts'
import { Sketch } from '../../shared/simulation/sketch.ts'

/** Runs the command line in this process; answers its exit code and what it wrote. */
export async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const written = { out: '', err: '' }
  const catching = (stream: NodeJS.WriteStream, name: 'out' | 'err') => vi.spyOn(stream, 'write').mockImplementation((text) => {
    written[name] += String(text)
    return true
  })
  const spies = [catching(process.stdout, 'out'), catching(process.stderr, 'err')]
  try {
    return { exit: await main(argv), ...written }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'causeway-cli-'))

/** A site with one device at a VPC with a web host, an intent between them, and two VPCs that overlap when asked for; `hasReturn` false: no route back. */
export function writeSample(folder: string, { isBroken = false, hasReturn = true, status = 'accepted' as 'accepted' | 'suggested' } = {}): string {
  const sketch = new Sketch()
  const vgw = sketch.add('vpn-gateway', 'vgw', { Region: 'eu-west-1' })
  const { vpc, subnets: [subnet] } = sketch.vpc('prod', '10.0.0.0/16', ['a'], { propagating: hasReturn && !isBroken ? [vgw] : [] })
  sketch.set(vgw, { VpcAttachments: [{ VpcId: vpc }] })
  const hq = sketch.site('hq', '192.168.0.0/16', ['isp'])
  const device = sketch.add('customer-gateway', 'fw', { site: hq })
  sketch.add('vpn-connection', 'vpn', { CustomerGatewayId: device, VpnGatewayId: vgw })
  sketch.add('instance', 'web', { SubnetId: subnet, PrivateIpAddress: '10.0.1.10' })
  if (isBroken) sketch.add('subnet', 'outside', { VpcId: vpc, CidrBlock: '10.9.0.0/24' })
  if (isBroken) sketch.add('subnet', 'twin', { VpcId: vpc, CidrBlock: '10.0.1.0/25' })
  sketch.intent(hq, vpc, { status })
  const path = join(folder, 'sample.causeway.json')
  writeFileSync(path, serializeDesign(sketch.design()))
  return path
}
