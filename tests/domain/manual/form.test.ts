import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkField,
  FieldType,
  FormField,
  isDoubtful,
  keptValues,
  normalField,
  problemsOf,
} from '../../../domain/manual/form.ts'

const field = (type: FieldType, more: Partial<FormField> = {}): FormField => ({
  id: 'f1',
  label: { ko: '항목', en: 'Field' },
  type,
  required: false,
  ...more,
})
const read = (type: FieldType, typed: string) => normalField(field(type), typed)
const check = (type: FieldType, typed: string) => checkField(field(type), read(type, typed))

describe('what people type', () => {
  test.each([
    ['date', '1984.3.2', '1984-03-02'],
    ['date', '19840302', '1984-03-02'],
    ['date', '1984년 3월 2일', '1984-03-02'],
    ['date', '1984. 3. 2.', '1984-03-02'],
    ['number', '1,234.5', '1234.5'],
    ['money', '1,000원', '1000'],
    ['money', '₩ 1,000', '1000'],
    ['money', '3억 5천만원', '350000000'],
    ['money', '5,000만원', '50000000'],
    ['money', '３억', '300000000'],
    ['phone', '01012345678', '010-1234-5678'],
    ['phone', '+82 10-1234-5678', '010-1234-5678'],
    ['phone', '02)123-4567', '02-123-4567'],
    ['phone', '0212345678', '02-1234-5678'],
    ['phone', '031.123.4567', '031-123-4567'],
    ['phone', '050512345678', '0505-1234-5678'],
    ['phone', '15881234', '1588-1234'],
    ['email', ' a@b.kr ', 'a@b.kr'],
    ['businessNo', '2208162517', '220-81-62517'],
    ['corporateNo', '110111-1234569', '110111-1234569'],
    ['corporateNo', '1101111234569', '110111-1234569'],
    ['text', '  창구   상사 ', '창구 상사'],
    ['longText', '가\r\n나 ', '가\n나'],
  ] as const)('%s: “%s” is kept as “%s” and has no problem', (type, typed, kept) => {
    expect(read(type, typed)).toBe(kept)
    expect(checkField(field(type), kept)).toBeUndefined()
  })

  test.each([
    ['date', '2026-02-30', 'notADate'],
    ['date', '84.3.2', 'notADate'],
    ['date', '어제', 'notADate'],
    ['number', '1,5', 'notANumber'],
    ['number', '다섯', 'notANumber'],
    ['money', '-1000', 'notANumber'],
    ['money', '1000.5', 'notANumber'],
    ['money', '원', 'notANumber'],
    ['phone', '010-123', 'notAPhone'],
    ['phone', '09012345678', 'notAPhone'],
    ['phone', '집 전화', 'notAPhone'],
    ['email', 'a@b', 'notAnEmail'],
    ['email', 'a b@c.kr, d@e.kr', 'notAnEmail'],
    ['businessNo', '2208162518', 'notABusinessNo'],
    ['businessNo', '220-81-6251', 'notABusinessNo'],
    ['corporateNo', '110111-12345', 'notACorporateNo'],
    ['tick', 'maybe', 'notAnOption'],
  ] as const)('%s: “%s” is refused as %s', (type, typed, problem) => {
    expect(check(type, typed)).toBe(problem)
  })

  test('what is kept is kept the same when it is read again, whatever the field and whatever was typed', () => {
    const typed = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-+0-9.,() 억만천원년월일₩]{0,20}$/))
    fc.assert(
      fc.property(fc.constantFrom(...FieldType.options), typed, (type, text) => {
        expect(read(type, read(type, text))).toBe(read(type, text))
      }),
      { seed: 3, numRuns: 3000, examples: [['email', '𝐄´']] },
    )
  })

  test('every day is read from how people write it, and every amount with its commas', () => {
    const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom('.', '-', '/'), fc.boolean(), (date, mark, isPadded) => {
        const iso = date.toISOString().slice(0, 10)
        const parts = iso.split('-').map((part) => (isPadded ? part : String(Number(part))))
        expect(read('date', parts.join(mark))).toBe(iso)
        expect(check('date', parts.join(mark))).toBeUndefined()
      }),
      { seed: 3 },
    )
    fc.assert(
      fc.property(fc.nat(), (won) => {
        expect(read('money', `${won.toLocaleString('en')}원`)).toBe(String(won))
      }),
      { seed: 3 },
    )
  })
})

describe('check digits', () => {
  test('a business number with any one digit changed is another number or none', () => {
    const number = fc.array(fc.nat(9), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(number, (nine) => {
        const valid = [...Array(10).keys()].filter(
          (last) => check('businessNo', [...nine, last].join('')) === undefined,
        )
        expect(valid).toHaveLength(1)
      }),
      { seed: 3 },
    )
  })

  test('a corporation’s number with another last digit is doubtful, but no reason to refuse the form', () => {
    const corporate = field('corporateNo')
    const last = [...Array(10).keys()].map((d) => `110111-123456${d}`)
    expect(last.filter((number) => !isDoubtful(corporate, number))).toEqual(['110111-1234569'])
    expect(last.filter((number) => checkField(corporate, number) !== undefined)).toEqual([])
    expect([
      isDoubtful(corporate, ''),
      isDoubtful(corporate, '110111'),
      isDoubtful(field('text'), last[0] ?? ''),
    ]).toEqual([false, false, false])
  })
})

describe('a form', () => {
  const options = [
    { id: 'lost', ko: '분실', en: 'Lost' },
    { id: 'damaged', ko: '훼손', en: 'Damaged' },
  ]
  const fields: FormField[] = [
    field('text', { required: true, max: 5 }),
    field('choice', { id: 'f2', required: true, options }),
    field('tick', { id: 'f3', required: true }),
    field('date', { id: 'f4' }),
  ]

  test('tells each of its problems at its field; what need not be filled may be empty', () => {
    expect(problemsOf(fields, {})).toEqual({ f1: 'empty', f2: 'empty', f3: 'empty' })
    expect(problemsOf(fields, { f1: '여섯 글자다', f2: 'stolen', f3: 'yes', f4: '내일' })).toEqual({
      f1: 'tooLong',
      f2: 'notAnOption',
      f4: 'notADate',
    })
    expect(problemsOf(fields, { f1: ' 가나 ', f2: 'lost', f3: 'yes' })).toEqual({})
  })

  test('keeps what is filled, in the kept form, and nothing that the form does not ask', () => {
    const typed = { f1: ' 가나 ', f2: 'lost', f3: '', f4: '2026.3.1', f9: '다른 것' }
    expect(keptValues(fields, typed)).toEqual({ f1: '가나', f2: 'lost', f4: '2026-03-01' })
  })
})
