import type { WebSocket } from 'ws'
import type { PairedHall } from '../../electron/paired-hall.ts'
import { FromHall, protocol } from '../../sync/protocol.ts'
import { rawLine } from '../support/paired.ts'

/** A line of a paired device that an attacker speaks on. */

const patience = 10_000

/** What a hall says on a line, one message after the other. */
export function heardOn(line: WebSocket) {
  const heard: FromHall[] = []
  let isClosed = false
  const waiting = new Set<() => void>()
  const ring = () => {
    for (const look of waiting) look()
  }
  line.on('message', (data) => {
    heard.push(FromHall.parse(JSON.parse((data as Buffer).toString('utf8'))))
    ring()
  })
  line.on('close', () => {
    isClosed = true
    ring()
  })
  line.on('error', () => {})
  return {
    heard,
    isClosed: () => isClosed,
    /** Waits until something was heard or the line is closed. */
    async until(isSo: (all: readonly FromHall[]) => boolean): Promise<void> {
      const { promise, resolve, reject } = Promise.withResolvers<void>()
      const look = () => {
        if (isClosed || isSo(heard)) resolve()
      }
      const timer = setTimeout(() => reject(new Error('the hall says nothing')), patience)
      waiting.add(look)
      look()
      await promise.finally(() => clearTimeout(timer))
      waiting.delete(look)
    },
  }
}

/** A line of a paired device that has said hello and heard all news. */
export async function greeted(paired: PairedHall, machine: string) {
  const line = await rawLine(paired)
  const ear = heardOn(line)
  line.send(JSON.stringify({ say: 'hello', protocol, machine, seen: 0 }))
  await ear.until((all) => all.some((m) => m.say === 'news' && m.head !== undefined))
  return { line, ear, say: (message: unknown) => line.send(JSON.stringify(message)) }
}
