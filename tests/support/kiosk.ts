import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Hall } from './hall.ts'

/** Visitors who take ordinary tickets, one after the other, over the desk of a kiosk; its page is not drawn for that. */
export async function takeTickets(hall: Hall, count: number): Promise<void> {
  const socket = new WebSocket(`${hall.socket}/desk`)
  await once(socket, 'open')
  for (let id = 0; id < count; id++) {
    const command = { type: 'issueTicket', touch: randomUUID(), class: 'ordinary' }
    socket.send(JSON.stringify({ id, do: 'submit', command }))
    const [{ data }] = (await once(socket, 'message')) as [MessageEvent]
    if (!isTaken(JSON.parse(String(data)))) throw new Error(`no ticket was given: ${String(data)}`)
  }
  socket.close()
}

const isTaken = (told: { answer?: unknown }): boolean => told.answer === 'done'
