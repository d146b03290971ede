import { expect, test } from 'vitest'
import { z } from 'zod'
import { readerOf } from '../../domain/as-it-is.ts'
import { Event } from '../../domain/hall.ts'
import { Private } from '../../domain/record/private.ts'
import { FromHall, FromMachine, WireEntry } from '../../sync/protocol.ts'
import { makeDice } from '../simulation/dice.ts'
import { drawnFrom, spoiled } from '../support/drawn-values.ts'

const schemas = { FromHall, FromMachine, WireEntry, Event, Private }

test.each(Object.entries(schemas))(
  'what comes as %s is read as its schema reads it, right and wrong, and mostly stays itself',
  (_name, schema: z.ZodType) => {
    const dice = makeDice(28)
    const read = readerOf(schema)
    const counts = { right: 0, wrong: 0, itself: 0 }
    for (let i = 0; i < 250; i++) {
      const good = drawnFrom(schema, dice)
      const value: unknown = JSON.parse(JSON.stringify(dice.oneIn(2) ? good : spoiled(good, dice)))
      const expected = schema.safeParse(value)
      const found = read(value)
      expect(found).toEqual(expected.data)
      if (!expected.success) counts.wrong += 1
      else if (found === value) counts.itself += 1
      else counts.right += 1
    }
    expect(counts.wrong).toBeGreaterThan(30)
    expect(counts.itself).toBeGreaterThan(30)
  },
)

const event = { type: 'checkTicked', at: 1, by: { machine: 'counter-1' }, case: 'k1', tenure: 1, act: 2 }

/** Of these a form of text is looked at by the schema alone, or the dice find none that fits. */
const copied: readonly string[] = ['keyEscrowed', 'hallSetUp']

test('events of every other type stay themselves', () => {
  const dice = makeDice(29)
  const read = readerOf(Event)
  const others = Event.options.filter((option) => {
    const some = Array.from({ length: 20 }, () => drawnFrom(option, dice))
    return !some.some((one) => read(one) === one)
  })
  const names = others.map((option) => option.shape.type.value)
  expect(names.filter((name) => !copied.includes(name))).toEqual([])
})

test('what a schema changes, and what it does not know, is not taken as it is', () => {
  const read = readerOf(z.strictObject({ text: z.string().trim().min(1), more: z.string().default('x').optional() }))
  expect(read({ text: ' a ', more: 'y' })).toEqual({ text: 'a', more: 'y' })
  expect(read({ text: 'a' })).toEqual({ text: 'a', more: 'x' })
  expect(read({ text: '  ' })).toBeUndefined()
  expect(read(JSON.parse('{"text":"a","__proto__":{}}'))).toBeUndefined()
  const doubled = readerOf(z.number().transform((n) => n * 2))
  expect(doubled(2)).toBe(4)
  const checked = readerOf(
    z
      .array(z.int())
      .check(({ value, issues }) => void (value.length > 1 && issues.push({ code: 'custom', input: value }))),
  )
  expect(checked([1])).toEqual([1])
  expect(checked([1, 2])).toBeUndefined()
  expect(readerOf(Event)({ ...event, check: 'c', mark: 'met', more: 1 })).toBeUndefined()
})
