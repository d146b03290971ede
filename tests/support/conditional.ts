import type { Kind, Question } from '../../domain/manual/manual.ts'
import { kind } from '../simulation/fixture.ts'

/** A kind with questions of every sort, whose documents, requirements, checks and fee turn on them. */

const ask = (ko: string) => ({ ask: { ko, en: ko }, because: '시험법 제1조' })
const option = (id: string) => ({ id, ko: id, en: id })

export const whom: Question = {
  id: 'whom',
  type: 'choice',
  ...ask('신청인은 누구입니까'),
  options: [option('person'), option('company'), option('group')],
}
export const isNew: Question = { id: 'isNew', type: 'yesNo', ...ask('새로 등록합니까') }
export const hasProxy: Question = { id: 'hasProxy', type: 'yesNo', ...ask('대리인이 왔습니까') }
export const area: Question = { id: 'area', type: 'number', unit: '㎡', ...ask('면적은 얼마입니까') }

const document = (id: string, when?: string): Kind['documents'][number] => ({
  id,
  name: `서류 ${id}`,
  providedBy: 'applicant',
  verifyBy: 'applicant',
  basis: 'law',
  ...(when !== undefined && { when }),
})

export const conditional: Kind = {
  ...kind,
  code: 'CON-01',
  name: { ko: '조건 있는 등록', en: 'Conditional registration' },
  questions: [whom, isNew, hasProxy, area],
  documents: [
    document('d1'),
    document('d2', 'whom = "company" and isNew'),
    document('d3', 'hasProxy'),
    document('d4', 'whom in ("company", "group") or area >= 300'),
  ],
  conditions: [
    { id: 'c1', text: '시설 면적이 100㎡ 이상일 것', when: 'isNew', holds: 'area >= 100' },
    { id: 'c2', text: '결격사유가 없을 것' },
  ],
  fee: {
    won: 5000,
    means: '현금·카드',
    source: '시험조례 제1조',
    cases: [
      { when: 'not(isNew)', won: 2000 },
      { when: 'area > 500', won: 9000 },
    ],
  },
  steps: [
    {
      id: 's1',
      title: '접수',
      stage: 'examine',
      who: '창구 담당자',
      action: '서류를 받는다.',
      checks: ['d1', 'd2', 'd3', 'd4'].map((d, i) => ({ id: `s1.${i + 1}`, text: `${d}를 받았다`, document: d })),
    },
    {
      id: 's2',
      title: '심사',
      stage: 'examine',
      who: '창구 담당자',
      action: '요건을 본다.',
      checks: [
        { id: 's2.1', text: '면적이 맞다', condition: 'c1' },
        { id: 's2.2', text: '결격사유가 없다', condition: 'c2' },
      ],
    },
    {
      id: 's3',
      title: '교부',
      stage: 'handOver',
      who: '창구 담당자',
      action: '교부한다.',
      checks: [{ id: 's3.1', text: '교부했다' }],
    },
  ],
}
