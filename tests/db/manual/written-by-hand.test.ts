import { expect, onTestFinished, test } from 'vitest'
import { readManual, warningsOf } from '../../../db/manual/manual-folder.ts'
import { readPart } from '../../../db/manual/manual-part.ts'
import { inHall, inKind, kindFile, small, writeManual, type Changes } from '../../support/manual.ts'

/** The line and the Korean words of every fault of the small manual with these changes. */
function told(changes: Changes) {
  const read = readManual(writeManual(onTestFinished, changes))
  return 'faults' in read ? read.faults.map(({ line, ko }) => [line, ko]) : []
}
const saying = (words: string): unknown => expect.stringContaining(words)

test('a line that is indented otherwise is told where it stands, whatever is quoted further down', () => {
  const changes: Changes = {
    [kindFile]: (text) => `${text.replace('    basis: law\nconditions', '   basis: law\nconditions')}note: "덧붙임"\n`,
  }
  expect(told(changes)).toEqual([[26, saying('같은 층의 줄은 앞의 빈칸 수를 같게')]])
})

test.each([
  ['indented more than the one above', '  en: Test', '   en: Test', 3, '다음 줄이 이 줄보다 더'],
  ['written with the wide colon of a Korean keyboard', 'type: 등록', 'type： 등록', 7, '쌍점은 반각(:)으로'],
  ['indented with a tab', '  en: Test', '\ten: Test', 4, '탭을 빈칸으로'],
  ['with a sign at the beginning of its value', 'type: 등록', 'type: @등록', 7, '값을 따옴표로'],
  ['that stands twice', 'type: 등록', 'type: 등록\ntype: 신고', 8, '두 번 있습니다: type'],
])('a field %s is told once, in Korean, with what to do', (_, was, is, line, words) => {
  expect(told(inKind(was, is))).toEqual([[line, saying(words)]])
})

test.each([
  ['"등록" 신청', '전체를 따옴표로'],
  ["'등록'신청", '전체를 따옴표로'],
  ['[서식] 등록', '전체를 따옴표로'],
  ['{서식} 등록', '전체를 따옴표로'],
  ['>10일', '기호(@ ` % & * ! > |)로'],
  ['!중요 등록', '기호(@ ` % & * ! > |)로'],
  ['*등록', '기호(@ ` % & * ! > |)로'],
  ['- 등록', '‘-’는 이름 다음 줄에'],
  ['[가, 나,, 다]', '괄호나 쉼표'],
  ['"C:\\공유"', '작은따옴표로'],
  ['등록\n마지막 줄', '‘이름: 값’의 꼴이 아닙니다'],
])('what people write of their own, %s, is told in Korean, with what to do', (value, words) => {
  expect(told(inKind('type: 등록', `type: ${value}`))).toEqual([[value.includes('\n') ? 8 : 7, saying(words)]])
})

test('a period, a fee and a telephone number that are written as people say them are told how they are written', () => {
  expect(told(inKind('{ unit: days, value: 10 }', '10일'))).toEqual([[13, saying('→ { unit: days, value: 7 } | null')]])
  expect(told(inKind('won: 0', 'won: "1,000원"'))).toEqual([[14, saying('→ 1000')]])
  const phone = told(inHall('name: 민원1팀', 'name: 민원1팀, phone: 0212345678'))
  expect(phone).toEqual([[3, saying('따옴표로 묶은 글')]])
})

test.each([
  ['- { id: a, name: 가, role: administrator, team: team-1 }', ['supervisorMissing']],
  ['- { id: a, name: 가, role: supervisor, team: team-1, also: [administrator] }', ['reviewerMissing']],
  [
    '- { id: a, name: 가, role: editor, team: team-1 }',
    ['administratorMissing', 'supervisorMissing', 'reviewerMissing'],
  ],
])('a roster with nobody beside a clerk and %s is told what nobody in it can do: %j', (person, lacking) => {
  const folder = writeManual(onTestFinished, { 'hall.yaml': (text) => `${text}  ${person}\n` })
  const read = readManual(folder)
  expect('faults' in read ? read.faults : warningsOf(read)).toMatchObject(
    lacking.map((problem) => ({ file: 'hall.yaml', field: 'staff', problem })),
  )
})

test('at a desk, where no file is named after it, a kind with another code is told that its code stays', () => {
  const read = readManual(writeManual(onTestFinished))
  if ('faults' in read) throw new Error('the small manual has faults')
  const typed = (small[kindFile] ?? '').replace('AAA-01', 'AAA-77')
  const { faults, content } = readPart('kinds/AAA-01', typed, read.content)
  expect(faults).toMatchObject([{ problem: 'codeFixed', line: 1, field: 'code', ko: saying('새 민원') }])
  expect(content).toBeUndefined()
})
