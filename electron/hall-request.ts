import { request, type RequestOptions } from 'node:https'
import type { TLSSocket } from 'node:tls'

type Answer = { status: number; body: Buffer }

type Asked = Pick<RequestOptions, 'method' | 'path' | 'headers'> & {
  body?: string
  /** Bytes; a longer answer is none. */
  most: number
  /** Milliseconds for the whole. */
  patience: number
}

/** Asks something on a connection that is dialled already, and ends it; undefined if no whole answer came. */
export function ask(socket: TLSSocket, { body, most, patience, ...options }: Asked): Promise<Answer | undefined> {
  const { promise, resolve } = Promise.withResolvers<Answer | undefined>()
  const timer = setTimeout(() => resolve(undefined), patience)
  void promise.then(() => {
    clearTimeout(timer)
    socket.destroy()
  })
  const asking = request({ ...options, host: 'hall', createConnection: () => socket }, (response) => {
    const parts: Buffer[] = []
    let length = 0
    response.on('data', (part: Buffer) => {
      length += part.length
      if (length > most) resolve(undefined)
      else parts.push(part)
    })
    response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(parts) }))
    response.on('error', () => resolve(undefined))
  })
  asking.on('error', () => resolve(undefined))
  socket.on('close', () => resolve(undefined))
  asking.end(body)
  return promise
}
