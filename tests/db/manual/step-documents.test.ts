import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readManual, warningsOf } from '../../../db/manual/manual-folder.ts'
import { readMoreKinds } from '../../../db/manual/more-kinds.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { conditional } from '../../support/conditional.ts'

/** Whether the text of a step tells the clerk to take a document that the answers may have ruled out. */

const shipped = join(import.meta.dirname, '../../../manual')
const manual = readManual(shipped)
if ('faults' in manual) throw new Error('the shipped manual has faults')

const named = (kinds: Kind[]) =>
  warningsOf({ ...manual, content: { ...manual.content, kinds } }).filter((w) => w.problem === 'documentInStep')

const withAction = (action: string): Kind => {
  const [first, ...rest] = conditional.steps
  if (!first) throw new Error('no step')
  const documents: Kind['documents'] = [
    { id: 'd1', name: '사진', providedBy: 'applicant', verifyBy: 'applicant', basis: 'law' },
    { id: 'd2', name: '헌 자격증', when: 'x = 1', providedBy: 'applicant', verifyBy: 'applicant', basis: 'law' },
    { id: 'd3', name: '위임장', when: 'x = 2', providedBy: 'applicant', verifyBy: 'applicant', basis: 'law' },
  ]
  return { ...conditional, documents, steps: [{ ...first, action }, ...rest] }
}

test.each([
  ['받을 서류: 사진, 헌 자격증.', ['헌 자격증']],
  ['신청서와 헌 자격증을 받고 접수한다.', ['헌 자격증']],
  ['동의를 받아 헌 자격증, 위임장을 조회한다.', ['헌 자격증', '위임장']],
  ['받을 서류: 사진.', []],
  ['헌 자격증을 교부하거나 결과를 회신한다.', []],
  ['훼손이면 헌 자격증을 받는다.', []],
  ['신청인(대리인은 위임장과 신분증)을 확인하고 발급 사실을 조회한다.', []],
])('a step that says %j names as conditional: %j', (action, expected) => {
  const warnings = named([withAction(action)])
  expect(warnings.map((w) => w.field)).toEqual(expected.map(() => 'steps.0.action'))
  for (const [i, name] of expected.entries()) expect(warnings[i]?.ko).toContain(name)
})

test('no step of the 267 kinds that come along names a document that its answers may rule out', () => {
  const more = readMoreKinds(join(shipped, 'more-kinds'))
  if ('faults' in more) throw new Error('more-kinds has faults')
  const all = [...manual.content.kinds, ...more.map((one) => one.kind)]
  expect(all).toHaveLength(267)
  expect(named(all).map((w) => [w.file, w.ko])).toEqual([])
  expect(all.flatMap((k) => k.steps).filter((s) => s.action.includes('받을 서류'))).toEqual([])
})
