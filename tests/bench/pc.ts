import { join } from 'node:path'
import type { Outcome } from '../../domain/desk.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { testKey } from '../support/record.ts'

/** The core of a PC in this process, in a folder of its own. */
export function coreIn(folder: string, machine: string): Core {
  const opened = openCore({ machine, dataFolder: join(folder, machine), key: testKey })
  if ('wrong' in opened) throw new Error(opened.wrong)
  return opened
}

export function isDone(outcome: Outcome): void {
  if (outcome !== 'done') throw new Error(`not done: ${JSON.stringify(outcome)}`)
}

/** Waits until a PC is on the line and set up. */
export async function isOnline(m: Core): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = m.desk.watch({ of: 'setup' }, (view) => {
    if (view.ready && view.line.state === 'online') resolve()
  })
  await promise
  stop()
}

/** Waits until a PC has the manual. */
export async function hasManual(m: Core): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = m.desk.watch({ of: 'kind', code: 'QUA-01' }, (kind) => kind && resolve())
  await promise
  stop()
}

/** Waits until something is so, looking every two milliseconds. */
export function until(isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setInterval(() => isSo() && resolve(), 2)
  return promise.finally(() => clearInterval(timer))
}
