import type { IncomingMessage, ServerResponse } from 'node:http'
import { largestCopy, type HallCopies } from './hall-copies.ts'

const statuses = { kept: 204, tooLarge: 413, noRoom: 507, incomplete: 400 } as const

/** Takes in the copy that a paired PC leaves with the hall; it says how long the copy is before it sends it. */
export async function takeCopy(
  copies: Pick<HallCopies, 'takeIn'>,
  machine: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = Number(request.headers['content-length'])
  if (request.method !== 'PUT' || !Number.isSafeInteger(bytes) || bytes <= 0 || bytes > largestCopy) {
    response.writeHead(request.method === 'PUT' ? 413 : 405, { connection: 'close' }).end()
    return
  }
  const outcome = await copies.takeIn(machine, request, bytes)
  response.writeHead(statuses[outcome], { connection: 'close' }).end()
}
