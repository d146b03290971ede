import { kindFile, type Changes } from './manual.ts'

/** The small manual with three questions in its kind, on which two of its documents and its fee turn. */
export const askingKind: Changes = {
  [kindFile]: (text) =>
    text
      .replace(
        'fee: { won: 0, means: null, note: 없음 }',
        'fee: { won: 1000, means: 현금, note: 조례로 정함, cases: [{ when: "rooms > 3", won: 5000 }] }',
      )
      .replace('documents:\n', `${questions}documents:\n`)
      .replace('    name: 정관\n', '    name: 정관\n    when: applicant = "corporation"\n    original: true\n')
      .replace(
        '    name: 법인 등기사항증명서\n',
        '    name: 법인 등기사항증명서\n    when: applicant = "corporation"\n',
      ),
}

const questions = `questions:
  - id: applicant
    ask: { ko: 누가 신청하나요?, en: Who applies? }
    type: choice
    options:
      - { id: person, ko: 개인, en: A person }
      - { id: corporation, ko: 법인, en: A corporation }
    because: 정관은 법인만
  - id: rooms
    ask: { ko: 방은 몇 개인가요?, en: How many rooms? }
    type: number
    unit: 개
    because: 수수료가 다르다
`
