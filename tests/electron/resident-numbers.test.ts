import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { readSealed } from '../../domain/case/resident-number.ts'
import type { Command } from '../../domain/hall.ts'
import { decide } from '../../domain/hall.ts'
import type { Kind } from '../../domain/manual/manual.ts'
import { numberSeal } from '../../electron/number-seal.ts'
import { openPapers } from '../../electron/papers.ts'
import { openFor, residentNumbers, type ResidentNumbers } from '../../electron/resident-numbers.ts'
import { kind } from '../simulation/fixture.ts'
import { openFloor, receive, type Floor } from '../support/floor.ts'

/** The numbers are made up; none was ever given. */
const number = '610302-2000000'
const key = randomBytes(32).toString('base64')

const asking: Kind = {
  ...kind,
  rrnBasis: '모의법 제9조',
  form: {
    ...kind.form,
    fields: [
      { id: 'f1', label: { ko: '주민등록번호', en: 'Number' }, type: 'residentNo', required: true },
      { id: 'f2', label: { ko: '상호', en: 'Name' }, type: 'text', required: false },
    ],
  },
}

let floor: Floor
let has: string | undefined
let who: string | undefined
let now: number
let numbers: ResidentNumbers

/** What the core does with a command: it is sealed, then decided. */
function does(command: Command): void {
  const sealed = numbers.sealedIn(command)
  if ('refused' in sealed) throw new Error(sealed.refused)
  const decision = decide(floor.hall, sealed, {
    machine: 'counter-1',
    at: floor.now,
    kind: () => ({ edition: 1, kind: asking }),
    apart: (id) => floor.privates.get(id) ?? {},
  })
  if ('refused' in decision) throw new Error(decision.refused)
  for (const { event, private: apart } of decision.happened) {
    floor.hears(event)
    if (apart && 'case' in event)
      floor.privates.set('k', { ...floor.privates.get('k'), [`${event.tenure}.${event.act}`]: apart })
  }
}
const valueOf = () => floor.sees('counter-1', { of: 'case', case: 'k' })?.procedure.form.values['f1']

beforeEach(() => {
  floor = openFloor()
  ;[has, who, now] = [key, 'clerk', 1_000_000]
  numbers = residentNumbers({
    key: () => has,
    record: () => floor,
    kindOf: () => asking,
    clerk: () => who,
    now: () => now,
  })
  floor.does('counter-1', receive('k'))
})

describe('a seal', () => {
  test('opens with its key alone, and never twice to the same text', () => {
    const [one, other] = [numberSeal(key), numberSeal(randomBytes(32).toString('base64'))]
    const kept = one.seal(number)
    expect(kept).not.toContain('2000000')
    expect(one.open(kept)).toBe(number)
    expect(other.open(kept)).toBeUndefined()
    expect(one.seal(number)).not.toBe(kept)
  })

  test('that was tampered with does not open', () => {
    const seal = numberSeal(key)
    const kept = seal.seal(number)
    const { sealed = '' } = readSealed(kept) ?? {}
    const turned = sealed.startsWith('A') ? `B${sealed.slice(1)}` : `A${sealed.slice(1)}`
    expect(seal.open(kept.replace(sealed, turned))).toBeUndefined()
    expect(seal.open(number)).toBeUndefined()
  })

  test('has an index that is the same for the same number, and another under another key', () => {
    const seal = numberSeal(key)
    expect(readSealed(seal.seal(number))?.index).toBe(readSealed(seal.seal(number))?.index)
    expect(seal.index(number)).not.toBe(numberSeal(randomBytes(32).toString('base64')).index(number))
  })
})

describe('a number that is typed', () => {
  test('is sealed before anything is kept, and seen as its mask', () => {
    does({ type: 'fillForm', case: 'k', form: { f1: number, f2: '한빛상사' } })
    const kept = JSON.stringify([floor.events, [...floor.privates]])
    expect(kept).not.toContain(number)
    expect(kept).not.toContain('2000000')
    expect(valueOf()).toBe('610302-2******')
  })

  test('stays the same when the form is saved with its mask', () => {
    does({ type: 'fillForm', case: 'k', form: { f1: number } })
    does({ type: 'fillForm', case: 'k', form: { f1: '610302-2******', f2: '한빛상사' } })
    numbers.open('k', 'f1')
    expect(numbers.shown('k', 'f1')).toBe(number)
  })

  test('is sealed at the receipt and when one field is corrected, too', () => {
    const sealed = numbers.sealedIn({ ...receive('x'), form: { f1: number } } as Command)
    expect(JSON.stringify(sealed)).not.toContain(number)
    does({ type: 'fillForm', case: 'k', form: { f1: number } })
    does({ type: 'correctField', case: 'k', field: 'f1', value: '610302-1000000', consent: 'oral' })
    expect(JSON.stringify([...floor.privates])).not.toMatch(/[12]000000/)
    expect(valueOf()).toBe('610302-1******')
  })

  test('is not kept without a key, and never as it was typed', () => {
    has = undefined
    expect(numbers.sealedIn({ type: 'fillForm', case: 'k', form: { f1: number } })).toEqual({
      refused: 'numberKeyMissing',
    })
    const ctx = { machine: 'counter-1', at: floor.now, kind: () => ({ edition: 1, kind: asking }) }
    expect(decide(floor.hall, { type: 'fillForm', case: 'k', form: { f1: number } }, ctx)).toEqual({
      refused: 'fieldWrong',
    })
  })
})

describe('a number in whole', () => {
  beforeEach(() => does({ type: 'fillForm', case: 'k', form: { f1: number } }))

  test('is shown for a minute, and to who had it opened', () => {
    expect(numbers.shown('k', 'f1')).toBeUndefined()
    numbers.open('k', 'f1')
    expect(numbers.shown('k', 'f1')).toBe(number)
    who = 'another'
    expect(numbers.shown('k', 'f1')).toBeUndefined()
    who = 'clerk'
    now += openFor + 1
    expect(numbers.shown('k', 'f1')).toBeUndefined()
  })

  test('stands on no paper: neither in a preview nor on one that was made with the number sealed in it', () => {
    const kept = numberSeal(key).seal(number)
    const templates = { style: '', documents: { frame: '{{ body }}', correctionNotice: '{{ before }}' } }
    const papers = openPapers(() => templates)
    const sheet = { name: 'correctionNotice', edition: 1, fields: { before: kept }, confirmed: true } as const
    for (const one of [sheet, { ...sheet, number: '2026-01-00001-1', code: 'A' }])
      expect(papers.page(papers.layOut(one) ?? '')).toContain('610302-2******')
  })

  test('finds the cases of the same person by its index', () => {
    const found = (text: string) =>
      floor.sees('counter-1', { of: 'lookup', text }, { numberIndex: numbers.indexOf }).lines.map((l) => l.receiptNo)
    expect(found('6103022000000')).toEqual(['2026-01-00001'])
    expect(found('610302-2000001')).toEqual([])
  })
})
