import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** What a file of the small manual is changed to; null takes it away. */
export type Changes = { [file: string]: string | Uint8Array | null | ((text: string) => string) }

/** Writes a small sound manual, changed as a test wishes, into a folder that goes when the test is over. */
export function writeManual(onEnd: (clean: () => void) => void, changes: Changes = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-manual-'))
  onEnd(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'kinds'))
  cpSync(join(import.meta.dirname, '../../manual/documents'), join(folder, 'documents'), { recursive: true })
  for (const [file, text] of Object.entries({ ...small, ...changes })) {
    const path = join(folder, file)
    if (text === null) rmSync(path, { force: true })
    if (text === null) continue
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(
      path,
      typeof text === 'function' ? text(small[file] ?? (existsSync(path) ? readFileSync(path, 'utf8') : '')) : text,
    )
  }
  return folder
}

/** The file of the only kind of the small manual. */
export const kindFile = 'kinds/AAA-01.yaml'
/** The small manual with another text in its kind, or in its hall. */
export const inKind = (from: string, to: string): Changes => ({ [kindFile]: (text) => text.replace(from, to) })
export const inHall = (from: string, to: string): Changes => ({ 'hall.yaml': (text) => text.replace(from, to) })

const hall = `name: 시험시청 민원실
teams:
  - { id: team-1, name: 민원1팀 }
counters:
  - { id: counter-1, number: 1, team: team-1 }
  - { id: counter-2, number: 2, team: team-1 }
hours: { from: "09:00", to: "18:00" }
lunch: { from: "12:00", to: "13:00" }
noShow: { placesBack: 3 }
staff:
  - { id: clerk-1, name: 이서연, role: clerk, team: team-1 }
`

const kind = `code: AAA-01
name:
  ko: 시험업 등록
  en: Test business registration
synonyms: []
category: AAA
type: 등록
scope: metropolitan
intake: hall
authority: 시·도지사
law:
  - { law: 시험법, article: 제1조, heading: 등록 }
period: { unit: days, value: 10 }
fee: { won: 0, means: null, note: 없음 }
form: { name: 별지 제1호서식 }
documents:
  - id: d1
    name: 정관
    providedBy: applicant
    verifyBy: applicant
    basis: law
  - id: d2
    name: 법인 등기사항증명서
    providedBy: agency
    verifyBy: sharedInfo
    basis: law
conditions:
  - id: c1
    text: 결격사유가 없을 것
steps:
  - id: s1
    title: 접수·기본 확인
    stage: examine
    who: 창구 담당자
    action: 서류를 받는다.
    checks:
      - { id: s1.1, text: 정관을 받았다, document: d1 }
      - { id: s1.2, text: 법인 등기사항증명서를 조회했다, document: d2 }
  - id: s2
    title: 요건 심사
    stage: examine
    who: 창구 담당자
    action: 요건을 대조한다.
    checks:
      - { id: s2.1, text: 결격사유가 없다, condition: c1 }
result: 등록증
appeal: 이의신청
confidence: composed
fieldConfidence:
  legalBasis: unknown
  requiredDocuments: unknown
  processingPeriod: unknown
  fee: unknown
  steps: composed
sources: []
`

/** The files of the small manual, sound as they are. */
export const small: { readonly [file: string]: string } = {
  'hall.yaml': hall,
  'categories.yaml': '- { code: AAA, ko: 시험, en: Test }\n',
  'holidays.yaml': '[]\n',
  [kindFile]: kind,
}
