import type { WebSocket } from 'ws'
import { z } from 'zod'
import { decodeMessage, encodeMessage } from '../../shared/wire.ts'
import type { Answer } from '../answer.ts'

const requestSchema = z.strictObject({ id: z.int().nonnegative(), method: z.string(), input: z.unknown() })

/** Answers the calls that arrive on a WebSocket; a message that is no call closes it (1008: policy violated). */
export function answerCalls(socket: WebSocket, answer: Answer): void {
  socket.on('message', (data, isBinary) => {
    const text = Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as ArrayBuffer).toString()
    const request = requestSchema.safeParse(isBinary ? undefined : decodeMessage(text))
    if (!request.success) {
      socket.close(1008, 'not a call')
      return
    }
    const { id, method, input } = request.data
    void answer(method, input).then((outcome) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeMessage({ id, outcome }))
    })
  })
}
