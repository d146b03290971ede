import { beforeEach, expect, test } from 'vitest'
import { writeSealed } from '../../../domain/case/resident-number.ts'
import type { Command } from '../../../domain/hall.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { paperOf } from '../../../domain/paper/paper-of.ts'
import { openFloor, receive, type Floor } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

/** 정정 통지: which field, what stood there and what stands there now, in words and for every correction. */

const id = 'case-1'
const at = 'counter-1'
const label = (ko: string) => ({ label: { ko, en: ko }, required: false })
const fields: Kind['form']['fields'] = [
  {
    ...label('신청인 구분'),
    id: 'f1',
    type: 'choice',
    options: [
      { id: 'corporation', ko: '법인', en: 'Corporation' },
      { id: 'person', ko: '개인', en: 'Person' },
    ],
  },
  { ...label('자본금'), id: 'f2', type: 'money' },
  { ...label('개업일'), id: 'f3', type: 'date' },
  { ...label('면적'), id: 'f4', type: 'number', unit: '㎡' },
  { ...label('상호'), id: 'f5', type: 'text' },
  { ...label('주민등록번호'), id: 'f6', type: 'residentNo' },
]
const sealed = (day: string) => writeSealed({ masked: `${day}-2******`, sealed: day.repeat(10), index: 'a'.repeat(64) })
const form = { f1: 'corporation', f2: '300000000', f3: '2026-01-02', f4: '12', f5: '가람', f6: sealed('610302') }

let floor: Floor
beforeEach(() => {
  floor = openFloor(2, office)
  floor.kinds = floor.kinds.map((k) =>
    k.code === 'SIM-02' ? { ...k, rrnBasis: '모의법 제1조', form: { ...k.form, fields } } : k,
  )
  floor.does(at, { ...receive(id, 'SIM-02'), type: 'receiveCase', form } as Command)
})
const correct = (field: string, value: string, consent: 'oral' | 'written' = 'oral') =>
  floor.does(at, { type: 'correctField', case: id, field, value, consent })
function notice() {
  const known = floor.hall.cases.get(id)
  const said = known && paperOf('correctionNotice', floor.seat(at), known)
  if (!said || 'missing' in said) throw new Error('cannot be made')
  return said.fields
}
const make = (paper: string) => floor.does(at, { type: 'makePaper', case: id, paper, name: 'correctionNotice' })

test.each([
  ['f1', 'person', '신청인 구분: 법인', '신청인 구분: 개인'],
  ['f2', '250000000', '자본금: 300,000,000원', '자본금: 250,000,000원'],
  ['f3', '2026-02-01', '개업일: 2026. 1. 2.', '개업일: 2026. 2. 1.'],
  ['f4', '21', '면적: 12㎡', '면적: 21㎡'],
  ['f5', '가람상사', '상호: 가람', '상호: 가람상사'],
])('a correction of %s to %s is told by the name of its field and in words', (field, value, before, after) => {
  correct(field, value)
  expect(notice()).toMatchObject({ before, after, consent: '말로 동의' })
})

test('of a resident number the notice says the masks, as a record keeps no more of it', () => {
  correct('f6', sealed('620403'))
  expect(notice()).toMatchObject({
    before: '주민등록번호: 610302-2******',
    after: '주민등록번호: 620403-2******',
  })
  make('p1')
  expect(JSON.stringify(floor.privates.get(id)?.['1.3'])).not.toContain('resident:')
})

test('every correction of which no notice has told yet stands on the next one', () => {
  correct('f1', 'person')
  floor.at('09:30')
  correct('f2', '250000000', 'written')
  expect(notice()).toMatchObject({
    before: '신청인 구분: 법인\n자본금: 300,000,000원',
    after: '신청인 구분: 개인\n자본금: 250,000,000원',
    correctedAt: '2026. 11. 24.(화) 09:00, 2026. 11. 24.(화) 09:30',
    consent: '말로 동의, 문서로 동의',
  })
  make('p1')
  correct('f5', '가람상사')
  expect(notice()).toMatchObject({ before: '상호: 가람', after: '상호: 가람상사' })
  make('p2')
  expect(notice()).toMatchObject({ after: '상호: 가람상사' })
})

test('a correction whose words are not known here leaves the notice unmade rather than half told', () => {
  correct('f1', 'person')
  correct('f2', '250000000')
  const apart = { ...floor.privates.get(id) }
  delete apart['1.3']
  const known = floor.hall.cases.get(id)
  const said = known && paperOf('correctionNotice', floor.seat(at, { privates: new Map([[id, apart]]) }), known)
  expect(said && 'missing' in said && said.missing.map((m) => m.field)).toEqual(['before', 'after'])
})
