/**
 * Wraps a part of the double so that it cannot lie by silence: reading or setting a member that is not modelled
 * throws. `then` is let through, because awaiting any value asks for it.
 */
export function strict<T extends object>(name: string, members: T): T {
  const complain = (member: string | symbol): never => {
    throw new Error(`electron double: ${name}.${String(member)} is not modelled`)
  }
  return new Proxy(members, {
    get: (target, member, receiver) =>
      member in target || typeof member === 'symbol' || member === 'then' ? Reflect.get(target, member, receiver) : complain(member),
    set: (_target, member) => complain(member),
  })
}

/** Fails on options that the double does not model, so that a new one is noticed. */
export function onlyOptions(name: string, options: object, known: readonly string[]): void {
  const unknown = Object.keys(options).filter((option) => !known.includes(option))
  if (unknown.length > 0) throw new Error(`electron double: option ${unknown.join(', ')} of ${name} is not modelled`)
}
