/** A message that floats above the window until it is dismissed or its time is up. */
export interface Notice {
  readonly id: number
  readonly kind: 'error' | 'info'
  readonly message: string
  /** Offered as a button beside the message. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** The messages on show, newest last. Whoever shows them decides how long an `info` stays; an `error` stays until dismissed. */
export class Notices {
  #next = 1
  list = $state.raw<readonly Notice[]>([])

  /** Shows a message; one that is already on show is not repeated. */
  add(kind: Notice['kind'], message: string, action?: Notice['action']): void {
    if (this.list.some((notice) => notice.kind === kind && notice.message === message)) return
    const id = this.#next++
    this.list = [...this.list, { id, kind, message, ...(action === undefined ? {} : { action }) }].slice(-5)
  }

  /** Takes a message away. */
  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id)
  }
}
