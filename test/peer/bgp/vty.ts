import { connect, type Socket } from 'node:net'

/** Three zero bytes and a return code follow each answer. */
const TRAILER = 4

interface Waiting {
  readonly resolve: (answer: string) => void
  readonly reject: (cause: Error) => void
}

/** Asks one running daemon of FRR over its vty socket, one command after the other. */
export class Vty {
  readonly #socket: Socket
  #heard = Buffer.alloc(0)
  #waiting: Waiting | undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (bytes) => {
      this.#heard = Buffer.concat([this.#heard, bytes])
      const end = this.#heard.length - TRAILER
      if (end < 0 || this.#heard.readUIntBE(end, 3) !== 0) return
      const answer = this.#heard.subarray(0, end).toString('utf8')
      this.#heard = Buffer.alloc(0)
      this.#settle((waiting) => waiting.resolve(answer))
    })
    socket.on('error', (cause) => this.#settle((waiting) => waiting.reject(cause)))
    socket.on('close', () => this.#settle((waiting) => waiting.reject(new Error('the daemon closed its vty'))))
  }

  #settle(how: (waiting: Waiting) => void): void {
    const waiting = this.#waiting
    this.#waiting = undefined
    if (waiting) how(waiting)
  }

  /** Opens the socket; fails while the daemon does not listen yet. */
  static open(path: string): Promise<Vty> {
    return new Promise((resolve, reject) => {
      const socket = connect(path)
      socket.once('error', reject)
      socket.once('connect', () => {
        socket.off('error', reject)
        const vty = new Vty(socket)
        vty.ask('enable').then(() => resolve(vty), reject)
      })
    })
  }

  /** The answer to a command, as text. */
  ask(command: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject }
      this.#socket.write(`${command}\0`)
    })
  }

  close(): void {
    this.#socket.destroy()
  }
}
