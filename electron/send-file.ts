import { createReadStream, statSync } from 'node:fs'
import { request } from 'node:https'
import { pipeline } from 'node:stream/promises'
import type { TLSSocket } from 'node:tls'

/**
 * Sends a file on a connection that is dialled already, and ends it; true when the other side says that it has it whole.
 * `patience` is for how many milliseconds nothing may move: a record of years takes minutes.
 */
export async function sendFile(
  socket: TLSSocket,
  file: string,
  { patience, ...options }: { path: string; headers: { [name: string]: string }; patience: number },
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  socket.setTimeout(patience, () => resolve(false))
  socket.on('close', () => resolve(false))
  try {
    const headers = { ...options.headers, 'content-length': String(statSync(file).size) }
    const sending = request(
      { ...options, method: 'PUT', headers, host: 'hall', createConnection: () => socket },
      (response) => {
        response.resume()
        resolve(response.statusCode === 204)
      },
    )
    sending.on('error', () => resolve(false))
    // What ends the stream early ends the answer too.
    void pipeline(createReadStream(file), sending).catch(() => resolve(false))
    return await promise
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
