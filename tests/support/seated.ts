import { beforeEach } from 'vitest'
import { forNoSecret, verifierOf } from '../../db/keys/passwords.ts'
import type { Outcome } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import { keepSession, type Session } from '../../electron/session.ts'
import { openFloor, type Floor } from './floor.ts'

/** A PC with the rules of the hall and without its line, at which nobody sits yet; anew for each test. */

export const right = 'seven green boats'
export const verifier = await verifierOf(right, forNoSecret)

export let floor: Floor
export let session: Session
/** What its line to the hall is like: whether its record is behind, when it heard the hall, and which commands do not arrive. */
export const line = { isOnline: true, isBehind: false, isLost: false, heardAt: 0, lost: new Set<Command['type']>() }

export function atOnePc(): void {
  beforeEach(() => {
    floor = openFloor(1)
    floor.does('counter-1', { type: 'signOut' })
    Object.assign(line, { isOnline: true, isBehind: false, isLost: false, heardAt: floor.now })
    line.lost.clear()
    for (const staff of ['clerk', 'chief']) floor.does('hall', { type: 'setPassword', staff, verifier })
    startAnew()
  })
}

/** The PC is started again. */
export const startAnew = (): void => void (session = open())

export const open = (): Session =>
  keepSession({
    hall: () => floor.hall,
    machine: 'counter-1',
    submit,
    changed: () => undefined,
    now: () => floor.now,
    isOnline: () => line.isOnline,
    mustWait: () => line.isBehind,
    heard: { at: () => line.heardAt, keep: (at) => void (line.heardAt = at) },
  })

function submit(command: Command): Outcome {
  if (line.isLost || line.lost.has(command.type)) return 'unreachable'
  const decision = floor.asks('counter-1', command)
  if ('refused' in decision) return decision
  floor.hears(...decision.happened.map((h) => h.event))
  return 'done'
}

export const enter = (password = right, clerk = 'clerk'): Promise<Outcome> =>
  session.submit({ type: 'enter', clerk, password })
export const who = (): string | undefined => floor.hall.counters.get('counter-1')?.clerk
export const pass = (ms: number): void => void (floor.now += ms)
