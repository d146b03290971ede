import { describe, expect, test } from 'vitest'
import {
  hasResidentNumber,
  isNumberIn,
  isResidentNumber,
  maskNumber,
  readSealed,
  writeSealed,
} from '../../../domain/case/resident-number.ts'
import { checkField, normalField, type FormField } from '../../../domain/manual/form.ts'
import { makeDice } from '../../simulation/dice.ts'
import { openFloor, receive } from '../../support/floor.ts'

/** 주민등록번호 (개인정보 보호법 제24조의2, rulebook P1–P2). The numbers are made up; none was ever given. */

const field: FormField = {
  id: 'f1',
  label: { ko: '주민등록번호', en: 'Number' },
  type: 'residentNo',
  required: true,
}

describe('the form of a number', () => {
  test.each(['610302-2000000', '010302-3000000', '610302-6000000', '010302-7000000', '991231-9000000'])(
    '%s is one, whatever its last digit',
    (number) => expect(isResidentNumber(number)).toBe(true),
  )
  test.each(['611302-2000000', '610230-2000000', '6103022000000', '610302-200000', '110111-12345678', ''])(
    '%s is none',
    (number) => expect(isResidentNumber(number)).toBe(false),
  )

  test('is read however it was typed, and shown masked', () => {
    for (const typed of ['6103022000000', '610302 2000000', '６１０３０２-２００００００'])
      expect(normalField(field, typed)).toBe('610302-2000000')
    expect(checkField(field, '610302-2000000')).toBeUndefined()
    expect(checkField(field, '611302-2000000')).toBe('notAResidentNo')
    expect(maskNumber('610302-2000000')).toBe('610302-2******')
  })
})

test('a sealed number is a text of its mask, the sealed number and its index; nothing else is read as one', () => {
  const kept = { masked: '610302-2******', sealed: 'A'.repeat(56), index: 'a'.repeat(64) }
  expect(readSealed(writeSealed(kept))).toEqual(kept)
  expect(readSealed('610302-2000000')).toBeUndefined()
  expect(checkField(field, writeSealed(kept))).toBeUndefined()
})

describe('a text that a person types', () => {
  test.each(['번호 610302-2000000 확인', '6103022000000', '６１０３０２－２００００００ 임'])(
    '%s holds a number',
    (text) => expect(hasResidentNumber(text)).toBe(true),
  )
  test.each(['2026-01-00001', '010-1234-5678', '1796083200000', 'a6103022000000b', '접수 610302'])(
    '%s holds none',
    (text) => expect(hasResidentNumber(text)).toBe(false),
  )

  test('is looked through the same, whether it needs to be composed first or not', () => {
    const dice = makeDice(1130)
    const pieces = [
      '610302',
      '2000000',
      '-',
      '–',
      ' ',
      '\n',
      'a',
      '번호',
      '６１０３０２',
      '\u1100\u1161',
      '9',
      '610302-2000000',
    ]
    const found = Array.from({ length: 1000 }, () => {
      const text = Array.from({ length: dice.below(7) }, () => dice.pick(pieces)).join('')
      // What stands behind it has to be composed in any case.
      expect([text, hasResidentNumber(text)]).toEqual([text, hasResidentNumber(`${text} ⓐ`)])
      return hasResidentNumber(text)
    })
    expect(new Set(found).size).toBe(2)
  })

  test('is found wherever it stands in what happens, but in what is no text of a person', () => {
    const text = '담당 610302-2000000'
    expect([{ list: ['ㄱ', { note: text }] }, [[text]], text].map(isNumberIn)).toEqual([true, true, true])
    expect([{ hash: text }, { list: ['ㄱ', 6103022000000] }, null].map(isNumberIn)).toEqual([false, false, false])
  })

  test('is refused where every machine would hear it, and not where it is kept apart', () => {
    const floor = openFloor()
    floor.does('counter-1', receive('k'))
    const text = '담당 610302-2000000'
    const outage = { from: floor.now - 7_200_000, to: floor.now - 3_600_000 }
    expect(floor.refusal('supervisor', { type: 'declareOutage', ...outage, substitute: text })).toBe('numberInText')
    const cooperation = { type: 'askCooperation', case: 'k', office: text, replyBy: '2026-11-24' } as const
    expect(floor.refusal('counter-1', cooperation)).toBe('numberInText')
    expect(floor.refusal('counter-1', { type: 'addNote', case: 'k', text })).toBe('allowed')
  })
})
