import { canonical } from '../canonical.ts'
import { confirmed } from './manual-parts.ts'
import type { Kind, Period } from './manual.ts'
import { nameKey } from './table-values.ts'

/** What a row of a table does to a kind. Nothing that the manual says of a kind is taken away by a table that is silent. */

const unknown = '미확정'

/** A kind of which only a row of a table is known: the rest says so, and waits for its editor. Without a law it is none. */
export function newKindFrom(said: {
  code: string
  name: string
  nameEn: string | undefined
  laws: Kind['law'] | undefined
}): Kind | undefined {
  const { code, name, nameEn, laws } = said
  if (!laws) return undefined
  return {
    code,
    category: code.slice(0, 3),
    name: { ko: name, en: nameEn ?? name },
    type: unknown,
    petition: 'legal',
    complex: false,
    priorReview: false,
    otherAgencyIssue: false,
    scope: unknown,
    intake: unknown,
    authority: unknown,
    law: laws,
    result: unknown,
    appeal: unknown,
    period: null,
    periodNote: '표에 처리기간이 없거나 읽지 못함',
    fee: { won: null, means: null, note: '표에 수수료가 없거나 읽지 못함' },
    form: { name: unknown, fields: [] },
    questions: [],
    documents: [],
    conditions: [],
    synonyms: [],
    sources: [],
    steps: [
      {
        id: 's1',
        title: '접수·확인',
        who: '창구 담당자',
        stage: 'examine',
        action: '신청서와 구비서류를 확인하고 접수한다.',
        checks: [{ id: 's1.1', text: '신청서에 빠진 기재가 없다' }],
      },
    ],
    confidence: 'composed',
    fieldConfidence: {
      legalBasis: 'partial',
      requiredDocuments: 'partial',
      processingPeriod: 'unknown',
      fee: 'unknown',
      steps: 'composed',
      form: 'unknown',
    },
  }
}

export const withName = (kind: Kind, name: string): Kind =>
  nameKey(name) === nameKey(kind.name.ko) ? kind : { ...kind, name: { ...kind.name, ko: name } }

/** A kind with the English name that a row gives. */
export const withNameEn = (kind: Kind, en: string | undefined): Kind =>
  en === undefined || en === kind.name.en ? kind : { ...kind, name: { ...kind.name, en } }

export const withForm = (kind: Kind, name: string): Kind =>
  name === '' || name === kind.form.name ? kind : { ...kind, form: { ...kind.form, name } }

/** A kind with its period. What was noted of a period that was not known goes with that; another note stays. */
export function withPeriod(kind: Kind, read: { period: Period; note?: string } | undefined, source: string): Kind {
  if (!read || canonical(read.period) === canonical(kind.period)) return kind
  const note = read.note ?? (kind.period === null ? undefined : kind.periodNote)
  const made = confirmed(kind, { what: 'period', value: read.period, source })
  return note === undefined ? made : { ...made, periodNote: note }
}

/** A kind with its fee; notes as with its period. */
export function withFee(kind: Kind, won: number | undefined, source: string): Kind {
  if (won === undefined || won === kind.fee.won) return kind
  const note = kind.fee.won === null ? undefined : kind.fee.note
  const made = confirmed(kind, { what: 'fee', won, source })
  return note === undefined ? made : { ...made, fee: { ...made.fee, note } }
}

/** A kind with articles that it does not name yet. */
export function withLaws(kind: Kind, laws: Kind['law']): Kind {
  const plain = (law: Kind['law'][number]) => nameKey(law.law + law.article)
  const known = new Set(kind.law.map(plain))
  const more = laws.filter((law) => !known.has(plain(law)))
  return more.length > 0 ? { ...kind, law: [...kind.law, ...more] } : kind
}

/** A kind with documents that it does not ask for yet, each with its check. Who verifies them is not known. */
export function withDocuments(kind: Kind, names: readonly string[], source: string): Kind {
  const known = new Set(kind.documents.map((d) => nameKey(d.name)))
  let { documents, steps } = kind
  for (const name of names.filter((n) => !known.has(nameKey(n)))) {
    const id = freeId('d', new Set(documents.map((d) => d.id)))
    documents = [...documents, { id, name, providedBy: 'applicant', verifyBy: null, basis: source }]
    const [first, ...rest] = steps
    if (!first) return kind
    const check = freeId(`${first.id}.`, new Set(steps.flatMap((s) => s.checks.map((c) => c.id))))
    steps = [{ ...first, checks: [...first.checks, { id: check, text: `${name}: 받았다`, document: id }] }, ...rest]
  }
  return documents === kind.documents ? kind : { ...kind, documents, steps }
}

/** A kind whose note names the team in charge, in a line of its own. */
export function withTeam(kind: Kind, team: string): Kind {
  if (team === '') return kind
  const line = `담당부서: ${team}`
  const lines = (kind.note ?? '').split('\n').filter((one) => one !== '' && !one.startsWith('담당부서: '))
  const note = [...lines, line].join('\n')
  return note === kind.note ? kind : { ...kind, note }
}

function freeId(prefix: string, taken: ReadonlySet<string>): string {
  let n = 1
  while (taken.has(`${prefix}${n}`)) n += 1
  return `${prefix}${n}`
}
