import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { FromHall, FromMachine, protocol, WireEntry } from '../../sync/protocol.ts'

/** The shapes that each protocol number stands for. A change of shape needs a new number and its own line. */
const shapes: { readonly [number: number]: string } = {
  1: '0fd201b36c5c2370a1de7c69f1c81ff32818d20f2e4ba146679e93b0995b12bc',
  2: 'a63845309a067c317937d49baf672c2eeb0ca54bb31b3dd955c741016564281e',
}

test('[V1] the protocol number stands for exactly these shapes', () => {
  const text = JSON.stringify([FromMachine, FromHall].map((s) => z.toJSONSchema(s, { unrepresentable: 'any' })))
  expect(createHash('sha256').update(text).digest('hex')).toBe(shapes[protocol])
})

test('[V2] an event of a type that is not known yet passes; a known one in a wrong shape does not', () => {
  const entry = { origin: 'counter-1', originSeq: 1, hallSeq: null }
  const by = { machine: 'counter-1' }
  expect(WireEntry.safeParse({ ...entry, event: { type: 'visitFilmed', at: 1, by, reel: 2 } }).success).toBe(true)
  expect(WireEntry.safeParse({ ...entry, event: { type: 'visitorCame', at: 1, by, reel: 2 } }).success).toBe(false)
})
