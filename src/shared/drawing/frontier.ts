/** A queue that gives the entry of the lowest priority first, of equal ones the one that came first. */
export class Frontier {
  readonly #items: number[] = []
  readonly #priorities: number[] = []
  readonly #ages: number[] = []
  #age = 0

  /** Adds an entry. */
  push(item: number, priority: number): void {
    let at = this.#items.length
    const age = this.#age++
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#isBefore(priority, age, parent)) break
      this.#set(at, this.#items[parent] ?? 0, this.#priorities[parent] ?? 0, this.#ages[parent] ?? 0)
      at = parent
    }
    this.#set(at, item, priority, age)
  }

  /** Takes the first entry; undefined when there is none. */
  pop(): { readonly item: number; readonly priority: number } | undefined {
    const [item, priority] = [this.#items[0], this.#priorities[0]]
    if (item === undefined || priority === undefined) return undefined
    const [last, lastPriority, lastAge] = [this.#items.pop() ?? 0, this.#priorities.pop() ?? 0, this.#ages.pop() ?? 0]
    const size = this.#items.length
    if (size > 0) this.#sink(last, lastPriority, lastAge, size)
    return { item, priority }
  }

  #sink(item: number, priority: number, age: number, size: number): void {
    let at = 0
    for (;;) {
      let child = 2 * at + 1
      if (child >= size) break
      if (child + 1 < size && this.#isBefore(this.#priorities[child + 1] ?? 0, this.#ages[child + 1] ?? 0, child)) child++
      if (this.#isBefore(priority, age, child)) break
      this.#set(at, this.#items[child] ?? 0, this.#priorities[child] ?? 0, this.#ages[child] ?? 0)
      at = child
    }
    this.#set(at, item, priority, age)
  }

  #isBefore(priority: number, age: number, other: number): boolean {
    const theirs = this.#priorities[other] ?? 0
    return priority < theirs || (priority === theirs && age < (this.#ages[other] ?? 0))
  }

  #set(at: number, item: number, priority: number, age: number): void {
    this.#items[at] = item
    this.#priorities[at] = priority
    this.#ages[at] = age
  }
}
