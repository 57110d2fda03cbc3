import { DirectConnectClient } from '@aws-sdk/client-direct-connect'
import { EC2Client } from '@aws-sdk/client-ec2'
import { fromIni, fromNodeProviderChain } from '@aws-sdk/credential-providers'
import { answer, refuse, type Outcome } from '../../shared/contract.ts'
import type { ImportReport, Snapshot, SnapshotSource } from '../../shared/import/snapshot.ts'
import { CALLS } from './calls.ts'
import { failureOf, wordingOf } from './failure.ts'
import { type FailedCall, readRegion } from './read-region.ts'

/** What to read. Without Regions: the one that the profile or the environment names. */
export interface LiveRequest {
  readonly profile?: string | undefined
  readonly regions: readonly string[]
  readonly endpointUrl?: string | undefined
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number; readonly message: string }) => void
}

/** The same that dump files give. */
export interface LiveSnapshot {
  readonly snapshot: Snapshot
  readonly warnings: ImportReport['warnings']
}

const ATTEMPTS = 8

const NO_CREDENTIALS = 'sign in (for instance with "aws sso login"), choose another profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY'

/**
 * Reads live accounts with describe calls alone. Credentials stay inside the SDK; secrets in answers are removed before
 * the snapshot is made. A denied call is a warning. Refusals: `aws-no-credentials`, `aws-no-region`, `aws-unreachable`,
 * `aws-denied`, `cancelled`.
 */
export async function readLive(request: LiveRequest): Promise<Outcome<LiveSnapshot>> {
  const { profile, endpointUrl, signal } = request
  const who = profile === undefined ? 'the default credentials' : `profile ${profile}`
  const credentials = profile === undefined ? fromNodeProviderChain({ timeout: 1_000, maxRetries: 0 }) : fromIni({ profile })
  let secrets: readonly string[]
  try {
    const known = await credentials()
    secrets = [known.accessKeyId, known.secretAccessKey, known.sessionToken ?? '']
  } catch {
    return refuse('aws-no-credentials', `No valid AWS credentials were found for ${who}: ${NO_CREDENTIALS}.`)
  }
  const common = { credentials, maxAttempts: ATTEMPTS, retryMode: 'adaptive', ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }), ...(profile === undefined ? {} : { profile }) }
  const regions = request.regions.length > 0 ? [...new Set(request.regions)] : await regionOf(common)
  if (regions.length === 0) return refuse('aws-no-region', `No Region is set for ${who}: name the Regions to read, such as --region us-east-1.`)

  let total = regions.length * CALLS.length
  let done = 0
  const sources: SnapshotSource[] = []
  const failed: FailedCall[] = []
  const options = signal === undefined ? {} : { abortSignal: signal }
  for (const region of regions) {
    const clients = { ec2: new EC2Client({ ...common, region }), directConnect: new DirectConnectClient({ ...common, region }) }
    try {
      const read = await readRegion(region, clients, options, (action, isPlanned) => {
        done += 1
        if (!isPlanned) total += 1
        request.onProgress?.({ done, total, message: `${region}: ${action}` })
      })
      for (const source of read.sources) sources.push(source)
      failed.push(...read.failed)
    } catch (cause) {
      if (signal?.aborted || failureOf(cause) === 'cancelled') return refuse('cancelled', 'The import was cancelled; nothing was kept.')
      throw cause
    } finally {
      clients.ec2.destroy()
      clients.directConnect.destroy()
    }
  }
  const warnings = failed.map((call) => ({ origin: call.origin, message: warningOf(call, secrets) }))
  return sources.length > 0 ? answer({ snapshot: { sources }, warnings }) : refuseAll(failed, warnings, who)
}

async function regionOf(config: ConstructorParameters<typeof EC2Client>[0]): Promise<string[]> {
  const client = new EC2Client(config ?? {})
  try {
    return [await client.config.region()]
  } catch {
    return []
  } finally {
    client.destroy()
  }
}

function warningOf({ action, failure, cause }: FailedCall, secrets: readonly string[]): string {
  if (failure === 'denied') return `${action} was denied: what it would have listed is missing; allow it to import that too.`
  if (failure === 'credentials') return `AWS does not accept the credentials here (${wordingOf(cause, secrets)}); the Region may not be enabled for the account.`
  return `${action} failed: ${wordingOf(cause, secrets)}`
}

function refuseAll(failed: readonly FailedCall[], warnings: ImportReport['warnings'], who: string): Outcome<never> {
  const details = warnings.map(({ origin, message }) => `${origin}: ${message}`)
  const [first] = failed
  if (first?.failure === 'credentials') return refuse('aws-no-credentials', `AWS does not accept ${who}: ${NO_CREDENTIALS}.`, { details })
  if (first?.failure === 'unreachable') return refuse('aws-unreachable', 'AWS could not be reached: check the network, the proxy and the endpoint URL.', { details })
  return refuse(failed.every(({ failure }) => failure === 'denied') ? 'aws-denied' : 'aws-failed', `Nothing could be read with ${who}: every call ${failed.every(({ failure }) => failure === 'denied') ? 'was denied' : 'failed'}.`, { details })
}
