import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import type { Counter, Told } from './counter.ts'
import type { Stage } from './stage.ts'

/** A kind of petition of the manual that every hall has. */
const someKind = 'QUA-01'

export const receive = (id: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: someKind,
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
})

/**
 * One visitor from the touch of the kiosk to the end, and a petition of theirs: acts of the hall and of the counter, one
 * after the other and several at once. It goes on as far as it can, whatever falls meanwhile.
 */
export async function exchange(stage: Stage, counter: Counter): Promise<Told[]> {
  const [visit, id] = [stage.newId(), stage.newId()]
  const told = [await stage.issue(), await counter.submit({ type: 'callNext', visit })]
  const next = async (...commands: Command[]) =>
    void told.push(...(await Promise.all(commands.map((command) => counter.submit(command)))))
  if (told[1] === 'done') await next({ type: 'welcome', visit })
  await next(receive(id))
  await next(...[1, 2, 3].map((n): Command => ({ type: 'addNote', case: id, text: `비고 ${id} ${n}` })))
  if (told[1] === 'done') await next({ type: 'holdVisit', visit, reason: 'fillingForm' })
  return told
}

/** Acts that a counter does without anybody: a petition with so many notes. What of it was not done. */
export async function workAlone(stage: Stage, counter: Counter, notes = 3): Promise<Told[]> {
  const id = stage.newId()
  const told = [await counter.submit(receive(id))]
  for (let n = 1; n <= notes; n++)
    told.push(await counter.submit({ type: 'addNote', case: id, text: `비고 ${id} ${n}` }))
  return told.filter((one) => one !== 'done')
}

/** Whoever still stands at a counter is put on hold or back into the queue, as after a fall. */
export async function tidy(counter: Counter): Promise<void> {
  const at = (await counter.view({ of: 'counter' }))?.visit
  if (at?.state === 'called') await counter.submit({ type: 'returnToQueue', visit: at.visit })
  if (at?.state === 'serving') await counter.submit({ type: 'holdVisit', visit: at.visit, reason: 'other' })
}
