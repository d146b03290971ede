import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import {
  firstValues,
  lineProblem,
  linesOf,
  maybe,
  numberOf,
  readValues,
  shownFields,
  wrongFields,
  type ActField,
} from '../../renderer/counter/procedure/act-form.ts'
import { instantOfWhen } from '../../renderer/counter/procedure/when.ts'

/** A form of an act as data. */

const fields: ActField[] = [
  { as: 'choice', id: 'who', label: '', first: 'a', options: [] },
  { as: 'text', id: 'name', label: '', shown: ({ who }) => who === 'b' },
  { as: 'day', id: 'until', label: '' },
  { as: 'number', id: 'days', label: '', unit: '일', least: 1, most: 10, first: '7' },
  { as: 'tick', id: 'written', label: '', first: true },
  { as: 'text', id: 'more', label: '', isOptional: true },
]
const values = { ...firstValues(fields), until: '2026.3.2' }

test('a form begins with its first values', () => {
  expect(firstValues(fields)).toEqual({ who: 'a', name: '', until: '', days: '7', written: 'yes', more: '' })
})

test('an empty field keeps the form closed unless it may be empty or is not to be seen', () => {
  expect(wrongFields(fields, firstValues(fields))).toEqual([{ id: 'until', isEmpty: true }])
  expect(wrongFields(fields, values)).toEqual([])
  expect(wrongFields(fields, { ...values, who: 'b' })).toEqual([{ id: 'name', isEmpty: true }])
  expect(shownFields(fields, values).map((f) => f.id)).not.toContain('name')
})

test.each([
  ['until', '2026-02-30'],
  ['days', '11'],
  ['days', '0'],
  ['days', '1.5'],
  ['days', '이틀'],
])('%s cannot be %s', (id, text) => {
  expect(wrongFields(fields, { ...values, [id]: text })).toEqual([{ id, isEmpty: false }])
})

test('a command gets days as they are kept and nothing of what was not to be seen', () => {
  expect(readValues(fields, { ...values, name: 'x' })).toEqual({
    who: 'a',
    until: '2026-03-02',
    days: '7',
    written: 'yes',
    more: '',
  })
})

test('lines, numbers and what may be absent are read from what was typed', () => {
  expect(linesOf(' a \n\n b')).toEqual(['a', 'b'])
  expect(numberOf('20,000')).toBe(20_000)
  expect(numberOf('')).toBeNaN()
  expect([maybe('x', ' '), maybe('x', ' y ')]).toEqual([{}, { x: 'y' }])
})

test('no line is cut or left out: the form names what is too long or too much and stays closed', () => {
  expect(linesOf('가'.repeat(700))).toEqual(['가'.repeat(700)])
  expect(linesOf('a\n'.repeat(30))).toHaveLength(30)
  const law: ActField = { as: 'text', id: 'law', label: '', lines: { longest: 300, most: 20 } }
  const of = (text: string) => wrongFields([law], { law: text })
  expect(of('가'.repeat(300))).toEqual([])
  expect(of('가'.repeat(301))).toEqual([{ id: 'law', isEmpty: false }])
  expect(of('a\n'.repeat(21))).toEqual([{ id: 'law', isEmpty: false }])
  const wrong = (text: string) => lineProblem(text, { longest: 300, most: 20 })
  expect(wrong(`짧은 줄\n${'가'.repeat(301)}`)).toEqual({ line: 2, longest: 300 })
  expect(wrong('a\n'.repeat(21))).toEqual({ most: 20 })
  expect(wrong('a\nb')).toBeUndefined()
})

test('a time in Seoul is read in the ways it is typed, and anything else is wrong', () => {
  const at = (time: string) => instantOfWhen({ day: '2026-03-10', time })
  expect(instantOfWhen(undefined)).toBeUndefined()
  expect([at('14:30'), at('1430'), at('14.30')]).toEqual(Array(3).fill(instantOf('2026-03-10', '14:30')))
  expect([at('9:30'), at('930')]).toEqual(Array(2).fill(instantOf('2026-03-10', '09:30')))
  expect([at('24:00'), at('9:60'), at('오후'), instantOfWhen({ day: '2026-02-30', time: '10:00' })]).toEqual(
    Array(4).fill('wrong'),
  )
})
