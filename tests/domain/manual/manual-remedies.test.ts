import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { Kind } from '../../../domain/manual/manual.ts'
import { remediesOf } from '../../../domain/paper/remedies.ts'

/** What the shipped manual tells of 불복 is what the program then does. */

const folders = ['kinds', 'more-kinds', 'examples/gangmaru/kinds']
const shipped = folders.flatMap((folder) => {
  const path = join(import.meta.dirname, '../../../manual', folder)
  return readdirSync(path).map((file) => ({
    file: `${folder}/${file}`,
    kind: Kind.parse(parse(readFileSync(join(path, file), 'utf8'))),
  }))
})

test('no kind offers an objection to papers that are given back, for that is no refusal (시행령 제25조, 법 제35조)', () => {
  expect(shipped.length).toBeGreaterThan(260)
  expect(shipped.filter(({ kind }) => kind.appeal.includes('반려')).map(({ file }) => file)).toEqual([])
})

const kindOf = (code: string): Kind => {
  const found = shipped.find(({ file }) => file === `kinds/${code}.yaml`)
  if (!found) throw new Error(`no ${code}`)
  return found.kind
}
const namesObjection = (text: string) => /이내 이의신청|^이의신청/.test(text)

test('what the page of a kind says of an objection is what its notice says: the same law, the same days', () => {
  const otherwise = shipped.filter(({ kind }) => {
    const offered = remediesOf(kind, 'refusal').find(namesObjection)
    if (!offered) return namesObjection(kind.appeal)
    const [days = '', law = ''] = [/(\d+일)/.exec(offered)?.[1], /\((.+)\)$/.exec(offered)?.[1]]
    return namesObjection(kind.appeal) && !(kind.appeal.includes(days) && kind.appeal.includes(law))
  })
  expect(otherwise.map(({ file }) => file)).toEqual([])
})

describe('of the remedies that are petitions themselves', () => {
  test('정보공개 청구 is objected to by 정보공개법: in thirty days, decided in seven working days', () => {
    expect(kindOf('ADM-01').objection).toEqual({
      by: 'ownLaw',
      law: '공공기관의 정보공개에 관한 법률 제18조',
      days: 30,
      decideIn: 7,
      counting: 'processing',
    })
    expect(kindOf('ADM-01').appeal).not.toContain('민원 처리에 관한 법률')
  })

  test.each(['ADM-02', 'ADM-06', 'ADM-07'])('%s offers no objection once more', (code) => {
    expect(remediesOf(kindOf(code), 'refusal').filter(namesObjection)).toEqual([])
    expect(kindOf(code).appeal).not.toMatch(/60일/)
  })

  test('a 재결 is contested before the court alone (행정심판법 제51조)', () => {
    const said = remediesOf(kindOf('ADM-06'), 'refusal')
    expect(said.map((one) => one.slice(0, 4))).toEqual(['행정소송'])
    expect(said[0]).toContain('행정심판법 제51조')
  })

  test('법정민원 거부처분 이의신청 is received at the refused case', () => {
    expect(kindOf('ADM-07').receivedAs).toBe('objection')
  })
})
