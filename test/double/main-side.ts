import { openChannel, type Channel, type Responder } from './channel.ts'

const responders: Record<string, Responder> = {}

/** Says how the main under test answers a request of the test. */
export function answerTest(topic: string, responder: Responder): void {
  responders[topic] = responder
}

if (process.send === undefined) throw new Error('electron double: start it through launch.ts')

/** The line to the test that owns the browser. */
export const test: Channel = openChannel(
  {
    send: (message) => { if (process.connected) process.send?.(message) },
    onMessage: (listener) => process.on('message', listener),
  },
  responders,
)

// A test that died must not leave its app behind.
process.on('disconnect', () => process.exit(0))
