import { expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { paperOf } from '../../../domain/paper/paper-of.ts'
import type { PaperName } from '../../../domain/paper/paper.ts'
import { Private } from '../../../domain/record/private.ts'
import { openFloor, receive, type Floor } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

/** Nothing that a clerk has written is cut on a paper, and what cannot stand on one is refused before it is made. */

const id = 'case-1'
const at = 'counter-1'
const demand: Command = { type: 'demandSupplement', case: id, items: [], written: true, days: 10 }
const letters = (n: number) => '가나다라 마바사 '.repeat(n).slice(0, n).trim()

function received(): Floor {
  const floor = openFloor(2, office)
  floor.does(at, receive(id, 'SIM-02'))
  return floor
}
function fieldsOf(floor: Floor, name: PaperName) {
  const known = floor.hall.cases.get(id)
  const said = known && paperOf(name, floor.seat(at), known)
  if (!said || 'missing' in said) throw new Error('cannot be made')
  return said.fields
}
/** What the hall finds in what was kept apart. */
const readAgain = (floor: Floor) =>
  Object.values(floor.privates.get(id) ?? {}).every((apart) => Private.safeParse(apart).success)

test.each([700, 2000])(
  'a demand of %d characters in one line stands whole on its paper, and the hall can read it',
  (n) => {
    const floor = received()
    const text = letters(n)
    floor.does(at, { ...demand, text })
    expect(fieldsOf(floor, 'supplementRequest')).toMatchObject({ items: [text] })
    floor.does(at, { type: 'makePaper', case: id, paper: 'p1', name: 'supplementRequest' })
    expect(readAgain(floor)).toBe(true)
  },
)

test('a return names each paper that was demanded in a line of its own, and what was demanded in words', () => {
  const floor = received()
  floor.does(at, { ...demand, items: ['d1'], text: '서명이 빠졌습니다.\n날짜가 없습니다.' })
  floor.at('10:00', '2026-12-21')
  floor.does(at, { type: 'returnCase', case: id, reasons: '보완하지 않았습니다.', provisions: [], told: 'letter' })
  const first = '2026. 11. 24. 1차 보완요구(기한 2026. 12. 4.)'
  expect(fieldsOf(floor, 'returnNotice')).toMatchObject({
    requested: [`${first}: 신청서`, `${first}: 서명이 빠졌습니다.`, `${first}: 날짜가 없습니다.`],
  })
})

test('a return of the longest reasons and provisions can be made and is read by the hall', () => {
  const floor = received()
  floor.does(at, { ...demand, text: letters(2000) })
  floor.at('10:00', '2026-12-21')
  const provisions = Array.from({ length: 20 }, () => letters(300))
  floor.does(at, { type: 'returnCase', case: id, reasons: letters(2000), provisions, told: 'letter' })
  floor.does(at, { type: 'makePaper', case: id, paper: 'p1', name: 'returnNotice' })
  expect(readAgain(floor)).toBe(true)
})

test('a paper with a line that the record does not take is refused before it is made', () => {
  const floor = openFloor(2, office)
  floor.kinds = floor.kinds.map((k) => ({
    ...k,
    documents: k.documents.map((d) => ({ ...d, name: d.id === 'd1' ? letters(2500) : d.name })),
  }))
  floor.does(at, receive(id, 'SIM-02'), { type: 'markDocument', case: id, document: 'd1', mark: 'received' })
  const make: Command = { type: 'makePaper', case: id, paper: 'p1', name: 'receiptSlip' }
  expect(floor.refusal(at, make)).toBe('paperTooLong')
})

test('a correction of the longest field of a form is read by the hall', () => {
  const floor = received()
  const field = { ...floor.kinds[0]?.form.fields[0], id: 'f1', type: 'longText', max: 4000 } as never
  floor.kinds = floor.kinds.map((k) => ({ ...k, form: { ...k.form, fields: [field] } }))
  floor.does(at, { type: 'fillForm', case: id, form: { f1: letters(4000) } })
  floor.does(at, { type: 'correctField', case: id, field: 'f1', value: '바른 글', consent: 'oral' })
  expect(readAgain(floor)).toBe(true)
})
