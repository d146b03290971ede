import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Server, Socket } from 'node:net'
import { requestLimit } from './request-limit.ts'

/** How much a door holds, of one address and of all together. */
type Room = { ofOne: number; ofAll: number }

/**
 * Keeps room at a door. When it is full, whoever has the most connections gives up its newest one for somebody who has fewer:
 * one computer that takes all it can get shuts nobody else out, and what has long been there stays.
 */
export function keepRoom(server: Pick<Server, 'on'>, { ofOne, ofAll }: Room): void {
  const held = new Map<string, Set<Socket>>()
  let all = 0

  function leave(address: string, socket: Socket): void {
    const mine = held.get(address)
    if (!mine?.delete(socket)) return
    all -= 1
    if (mine.size === 0) held.delete(address)
  }

  function makeRoomFor(few: number): boolean {
    const [address, most] = [...held].reduce((one, other) => (other[1].size > one[1].size ? other : one))
    const newest = [...most].at(-1)
    if (!newest || most.size <= few + 1) return false
    leave(address, newest)
    newest.destroy()
    return true
  }

  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const few = held.get(address)?.size ?? 0
    if (few >= ofOne || (all >= ofAll && !makeRoomFor(few))) return void socket.destroy()
    held.set(address, (held.get(address) ?? new Set()).add(socket))
    all += 1
    socket.once('close', () => leave(address, socket))
  })
}

/** Counts what each address holds of something that there is not without end. */
export function shares({ ofOne, ofAll }: Room) {
  const held = new Map<string, number>()
  let all = 0
  return {
    take(address: string): boolean {
      const mine = held.get(address) ?? 0
      if (mine >= ofOne || all >= ofAll) return false
      held.set(address, mine + 1)
      all += 1
      return true
    },
    give(address: string): void {
      const mine = held.get(address) ?? 0
      if (mine > 1) held.set(address, mine - 1)
      else held.delete(address)
      all -= 1
    },
  }
}

/** The boards and kiosks of a hall may share an address, and each of them fetches a page, its assets and clips of its voice. */
const limit = { ofOne: 6000, ofAll: 20_000 }

/** Whether a request is answered now. */
export function requestsInTurn() {
  const mayAsk = requestLimit(limit)
  const busy = new WeakSet<Socket>()
  const mayCome = ({ socket }: IncomingMessage): boolean => mayAsk(socket.remoteAddress ?? '', Date.now())
  return {
    mayCome,
    /** No browser asks for more before it has its answer; whoever does gathers answers at the hall that nobody reads. */
    isInTurn({ socket }: IncomingMessage, response: ServerResponse): boolean {
      if (busy.has(socket)) {
        socket.destroy()
        return false
      }
      busy.add(socket)
      response.once('close', () => busy.delete(socket))
      return true
    },
  }
}
