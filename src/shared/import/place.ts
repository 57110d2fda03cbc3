/** Where something lives, as far as is known. */
export interface Place {
  readonly account?: string
  readonly region?: string
}

const REGION = /^[a-z]{2}(-[a-z]{2,5})?-(north|south|east|west|central|northeast|northwest|southeast|southwest)-\d{1,2}$/
const ACCOUNT = /^\d{12}$/

/** True for text in the form of a Region code, such as us-gov-west-1. */
export function isRegion(text: string): boolean {
  return REGION.test(text)
}

/** True for text that can stand as the owner of a resource; AWS's own names (AWS, amazon) are not accounts. */
export function isAccount(text: string): boolean {
  return /^[A-Za-z0-9_-]{1,60}$/.test(text) && !/^(aws|amazon)/i.test(text)
}

/**
 * Account and Region from the folders of a path: the deepest folder that looks like a Region, and the deepest of
 * twelve digits, else the folder between `accounts` and the Region. File names say nothing.
 */
export function placeOfPath(path: string): Place {
  const folders = path.split(/[\\/]+/).slice(0, -1)
  const regionAt = folders.findLastIndex((folder) => REGION.test(folder))
  const above = regionAt < 0 ? folders : folders.slice(0, regionAt)
  const named = above.at(-2) === 'accounts' ? above.at(-1) : undefined
  const account = folders.findLast((folder) => ACCOUNT.test(folder)) ?? (named !== undefined && isAccount(named) ? named : undefined)
  const region = folders[regionAt]
  return { ...(account === undefined ? {} : { account }), ...(region === undefined ? {} : { region }) }
}

/** Region of an Availability Zone's or Local Zone's name (us-east-1a, us-west-2-lax-1a). */
export function regionOfZone(zone: string): string | undefined {
  const region = /^([a-z]{2}(?:-[a-z]+){1,2}-\d{1,2})(?:[a-z]|-[a-z0-9-]+)$/.exec(zone)?.[1]
  return region !== undefined && REGION.test(region) ? region : undefined
}

/** Region and account of an ARN; empty when the text is none. */
export function placeOfArn(arn: string): Place {
  const [scheme, , , region = '', account = ''] = arn.split(':', 5)
  if (scheme !== 'arn') return {}
  return { ...(ACCOUNT.test(account) ? { account } : {}), ...(REGION.test(region) ? { region } : {}) }
}
