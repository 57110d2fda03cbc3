/** What runs inside a contestant's page: it watches frames and turns the wheel, the same for all. */
export interface InPage {
  /** Starts to note when frames come. */
  record(): void
  /** Ends that; the milliseconds from each frame to the next. */
  recorded(): number[]
  /** Turns the wheel once a frame, until all turns are done or the time is over; answers how many were. */
  turn(turns: readonly Turn[], at: { readonly x: number; readonly y: number }, most: number): Promise<number>
  /** Starts to show something and answers when the last long frame after it ended, once `isThere` has been true and frames are short again. */
  untilStable(show: () => void, isThere: () => boolean): Promise<Shown>
  /** Where the canvas is looked at from. */
  viewport(): { readonly x: number; readonly y: number; readonly zoom: number }
}

/** A turn of the wheel: with `zooms` Control is held. */
export interface Turn {
  readonly dx: number
  readonly dy: number
  readonly zooms: boolean
}

/** What showing a design took, in milliseconds. */
export interface Shown {
  /** Until the last long frame was over. */
  readonly stable: number
  /** Until what is to be shown had been read: the largest message or response had come in. */
  readonly read: number
}

declare global {
  interface Window {
    inPage: InPage
    /** Of the peers' pages. */
    peer: Peer
  }
}

/** What a peer's page offers. */
export interface Peer {
  /** Fetches a graph and shows it. */
  show(address: string): Promise<void>
  /** Whether it has put it into the page. */
  isThere(): boolean
  select(ids: readonly string[]): void
  viewport?(): { readonly x: number; readonly y: number; readonly zoom: number }
}

/** Puts `inPage` into a page before anything else runs there. It is sent as text, so it uses nothing from outside. */
export function install(): void {
  const LONG = 50
  const QUIET = 500
  const received: { at: number; length: number }[] = []
  const add = WebSocket.prototype.addEventListener
  WebSocket.prototype.addEventListener = function (this: WebSocket, type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions) {
    if (type === 'message') add.call(this, 'message', (event: Event) => received.push({ at: performance.now(), length: String((event as MessageEvent).data).length }))
    add.call(this, type, listener, options)
  } as typeof add

  let frames: number[] | undefined
  const note = (now: number): void => {
    if (!frames) return
    frames.push(now)
    requestAnimationFrame(note)
  }
  const nextFrame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve))

  window.inPage = {
    record: () => {
      frames = []
      requestAnimationFrame(note)
    },
    recorded: () => {
      const seen = frames ?? []
      frames = undefined
      return seen.slice(1).map((at, rank) => at - (seen[rank] ?? at))
    },
    turn: async (turns, { x, y }, most) => {
      const under = document.elementFromPoint(x, y)
      const end = performance.now() + most
      let done = 0
      for (const { dx, dy, zooms } of turns) {
        await nextFrame()
        if (performance.now() > end) break
        under?.dispatchEvent(new WheelEvent('wheel', { deltaX: dx, deltaY: dy, ctrlKey: zooms, clientX: x, clientY: y, bubbles: true, cancelable: true }))
        done++
      }
      await nextFrame()
      return done
    },
    untilStable: async (show, isThere) => {
      await nextFrame()
      received.length = 0
      const start = performance.now()
      show()
      let [before, last, there] = [start, 0, 0]
      for (;;) {
        await nextFrame()
        const now = performance.now()
        if (there === 0 && isThere()) there = -1
        else if (there === -1) there = last = now
        if (now - before > LONG) last = now
        before = now
        if (there > 0 && now - last > QUIET) break
      }
      const fetched = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.json')).map((entry) => ({ at: (entry as PerformanceResourceTiming).responseEnd, length: (entry as PerformanceResourceTiming).decodedBodySize }))
      const largest = [...received, ...fetched].reduce((a, b) => (b.length > a.length ? b : a), { at: start, length: 0 })
      return { stable: last - start, read: largest.at - start }
    },
    viewport: () => {
      if (window.peer?.viewport) return window.peer.viewport()
      const { transform } = (document.querySelector('.svelte-flow__viewport, .react-flow__viewport') as HTMLElement).style
      const [x = 0, y = 0, zoom = 1] = [...transform.matchAll(/-?[\d.]+(?:e-?\d+)?/g)].map(([number]) => Number(number))
      return { x, y, zoom }
    },
  }
}
