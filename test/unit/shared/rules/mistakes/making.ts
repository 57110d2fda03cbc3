/** Fields of an entry. */
export type Fields = Record<string, unknown>

/** A design to make a mistake in. */
export type Draft = { resources: Record<string, Fields>; intents: Record<string, Fields> }

/** One mistake, and the rule that is to report it. */
export interface Mistake {
  readonly rule: string
  /** The good sample that the mistake is made in. */
  readonly sample: string
  readonly what: string
  readonly make: (draft: Draft) => void
}

/** The resource of a draft. */
export const of = (draft: Draft, id: string): Fields => {
  const resource = draft.resources[id]
  if (!resource) throw new Error(`no ${id} in the sample`)
  return resource
}
/** Gives a resource other fields. */
export const set = (id: string, fields: Fields) => (draft: Draft) => void Object.assign(of(draft, id), fields)
/** Adds a resource. */
export const add = (resource: Fields & { readonly id: string }) => (draft: Draft) => void (draft.resources[resource.id] = resource)
/** Asks for something to be reached, both ways. */
export const want = (from: string, to: string) => (draft: Draft) => void (draft.intents['intent:want'] = { id: 'intent:want', from, to, expect: 'reach', direction: 'both', status: 'accepted' })
/** Takes all intents away: what the mistake means for them is not asked. */
export const unasked = (draft: Draft) => void (draft.intents = {})
/** Several steps as one mistake. */
export const all =
  (...steps: readonly ((draft: Draft) => void)[]) =>
  (draft: Draft) =>
    steps.forEach((step) => step(draft))

/** Names in the good samples that most mistakes are made in. */
export const [MAIN, HUB] = ['route-table:app-main', 'transit-gateway-route-table:hub']
/** A VPN connection of the good samples. */
export const vpn = (number: 1 | 2) => `vpn-connection:vpn-${number}`
/** The first tunnel with an inside block. */
export const tunnels = (TunnelInsideCidr: string) => ({ TunnelOptions: [{ configured: true, TunnelInsideCidr }, { configured: true }] })
/** A good sample. */
export const TGW_NET = 'transit-gateway-route-missing/good'
/** A good sample. */
export const VPN_NET = 'site-route-missing/good-propagated'
/** A good sample. */
export const PEER_NET = 'return-route-missing/good'
/** A good sample. */
export const GATEWAYS = 'one-gateway-per-vpc/good'
