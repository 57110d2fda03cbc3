const RUNS = /\d+|\D+/g

/** Compares names as people order them: by letters without their case, numbers by value, so that VPC 2 comes before VPC 10. Equal only for equal names. */
export function byName(a: string, b: string): number {
  const [own, others] = [a.toLowerCase().match(RUNS) ?? [], b.toLowerCase().match(RUNS) ?? []]
  for (const [at, run] of own.entries()) {
    const other = others[at]
    if (other === undefined) return 1
    const difference = Number(run) - Number(other)
    if (difference < 0 || difference > 0) return difference
    if (Number.isNaN(difference) && run !== other) return run < other ? -1 : 1
  }
  return own.length - others.length || (a < b ? -1 : a > b ? 1 : 0)
}
