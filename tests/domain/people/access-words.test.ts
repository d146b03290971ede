import { expect, test } from 'vitest'
import { actNames } from '../../../domain/case/act-names.ts'
import { accessSheet } from '../../../domain/people/access-words.ts'
import type { AccessLine } from '../../../domain/views/view-accesses.ts'
import { happenings } from '../../../renderer/text/ko/reasons.ts'

test('a file of the access record says of an act what it was, and of anything else its sort', () => {
  const line: AccessLine = { key: 'a 1', at: 0, machine: 'counter-1', kind: 'acted', what: 'caseReceived', unusual: [] }
  const sheet = accessSheet([line, { ...line, kind: 'read', what: 'caseShown' }])
  const column = sheet.columns.findIndex((c) => c.head === '수행업무')
  expect(Array.from(sheet.rows, (row) => row[column])).toEqual(['처리(접수)', '열람'])
})

test('an act is called in a file as on a screen', () => {
  expect(happenings).toMatchObject(actNames)
})
