import { expect, test } from 'vitest'
import { pcRefusals as enPc } from '../../renderer/text/en/guide.ts'
import * as enParts from '../../renderer/text/en/reasons.ts'
import { ticketRefusals as enTickets } from '../../renderer/text/en/tickets.ts'
import { pcRefusals as koPc } from '../../renderer/text/ko/guide.ts'
import * as koParts from '../../renderer/text/ko/reasons.ts'
import { ticketRefusals as koTickets } from '../../renderer/text/ko/tickets.ts'

test('a reason of the floor keeps its own sentence beside those of the PC', () => {
  for (const [all, ...parts] of [
    [koParts.refusals, koTickets, koPc],
    [enParts.refusals, enTickets, enPc],
  ] as const)
    for (const part of parts) expect(all).toMatchObject(part)
})
