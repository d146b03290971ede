import { expect, test } from 'vitest'
import { Command } from '../../../domain/hall.ts'
import { waiting } from '../../../domain/queue/queue.ts'
import { openFloor, today } from '../../support/floor.ts'

test('a vulnerable visitor comes first by the class of the ticket alone: neither a reason nor a proof is asked or kept', () => {
  const floor = openFloor()
  const press = { type: 'issueTicket', touch: 'b', class: 'priority' } as const
  floor.does('kiosk', { type: 'issueTicket', touch: 'a', class: 'ordinary' })
  const [event] = floor.does('kiosk', press)
  expect(Object.keys(event ?? {}).toSorted()).toEqual([
    'at',
    'by',
    'class',
    'estimate',
    'label',
    'ticket',
    'touch',
    'type',
  ])
  expect(Command.safeParse(press).success).toBe(true)
  expect(Command.safeParse({ ...press, reason: '65세 이상' }).success).toBe(false)
  expect(waiting(floor.hall, today).map((t) => `${t.label.series}${t.label.number}`)).toEqual(['나1', '가1'])
})
