import { once } from 'node:events'
import { protocol } from '../../sync/protocol.ts'
import type { Dice } from '../simulation/dice.ts'
import { rawLine } from '../support/paired.ts'
import { verdict, watchMemory, type Attack, type Target } from './attack.ts'

/** Garbage of every sort from a paired device: the hall ends the line and goes on. */

/** A message that is nearly one of ours: fields left out, doubled, of another sort, too long, nested too deep. */
function nearly({ pick, below }: Dice): string {
  const value = (depth: number): unknown =>
    pick<() => unknown>([
      () => null,
      () => below(1e12),
      () => -1,
      () => pick(['', 'counter-1', '__proto__', 'constructor', '\u0000', '가'.repeat(500), '<script>', "' OR 1=1 --"]),
      () => true,
      () => (depth > 4 ? [] : [value(depth + 1), value(depth + 1)]),
      () => (depth > 4 ? {} : { [pick(['type', 'at', 'by', '__proto__', 'case'])]: value(depth + 1) }),
    ])()
  const say = pick([
    'hello',
    'tell',
    'ask',
    'fetch',
    'has',
    'restore',
    'trail',
    'privates',
    'kept',
    'editionPart',
    'nothing',
  ])
  const fields = Array.from({ length: below(6) }, () => [
    pick([
      'protocol',
      'machine',
      'seen',
      'entries',
      'ask',
      'command',
      'hash',
      'from',
      'editions',
      'head',
      'heads',
      'kept',
    ]),
    value(0),
  ])
  const text = JSON.stringify({ say, ...(Object.fromEntries(fields) as object) })
  return pick([text, text, text, text.slice(0, below(text.length)), `${text}}`, '[]', '""', ''])
}

const afterHello = async ({ paired }: Target) => {
  const line = await rawLine(paired)
  line.on('error', () => {})
  line.send(JSON.stringify({ say: 'hello', protocol, machine: 'counter-1', seen: 0 }))
  await once(line, 'message')
  return line
}

/** Sends messages on line after line: each one that is no message of ours ends its line. */
export const fuzz = (messages: number): Attack => ({
  name: `${messages} messages that are nearly ours, on lines of a paired device`,
  async run(target) {
    const { hall, dice } = target
    const isSmall = watchMemory(hall, 200)
    let line = await afterHello(target)
    for (let i = 0; i < messages; i++) {
      if (line.readyState !== line.OPEN) line = await afterHello(target)
      line.send(nearly(dice))
      // The end of a line is heard only between two messages.
      if (i % 8 === 7) await new Promise((resolve) => setImmediate(resolve))
    }
    line.terminate()
    const alive = (await fetch(`${hall.address}/health`, { signal: AbortSignal.timeout(10_000) })).ok
    return verdict(isSmall() && alive)
  },
})

export const loadAttacks: readonly Attack[] = [
  {
    name: 'a message of a hundred megabytes on the line of a paired device',
    async run(target) {
      const line = await afterHello(target)
      const closed = once(line, 'close')
      line.send('x'.repeat(100 * 2 ** 20))
      await closed
      return verdict((await fetch(`${target.hall.address}/health`)).ok)
    },
  },
  {
    name: 'a paired device that never reads asks for the manual again and again',
    async run(target) {
      const line = await afterHello(target)
      line.pause()
      for (let i = 0; i < 2000; i++) line.send(JSON.stringify({ say: 'fetch', hash: 'none', from: i }))
      const alive = (await fetch(`${target.hall.address}/health`, { signal: AbortSignal.timeout(10_000) })).ok
      line.terminate()
      return verdict(alive)
    },
  },
  {
    name: 'frames that are binary, and texts that are no UTF-8',
    async run(target) {
      const line = await afterHello(target)
      const closed = once(line, 'close')
      line.send(Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28]))
      await closed
      return verdict((await fetch(`${target.hall.address}/health`)).ok)
    },
  },
]
