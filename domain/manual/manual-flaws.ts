import type { HallFlawName } from '../hall-flaws.ts'
import { conditionFlaws, type ConditionFlawName } from './manual-condition-flaws.ts'
import type { Kind } from './manual.ts'

/** Something in a kind or a hall that its shape alone allows: where it is, what is wrong, and about what. */
export type Flaw = { field: (string | number)[]; problem: FlawName; about: string }
export type FlawName =
  | ConditionFlawName
  | ('periodUnnoted' | 'feeUnnoted' | 'immediateNotThree' | 'officeVerifies' | 'applicantBrings')
  | ('idTwice' | 'documentUnknown' | 'conditionUnknown' | 'documentUnchecked' | 'conditionUnchecked')
  | ('optionsMissing' | 'optionsUnused' | 'rrnAsked' | 'rrnUnsealed' | 'reductionUnclear' | 'reductionTooMuch')
  | HallFlawName

/** What is wrong inside a kind, in the order of its page; a field that is not known is not judged. */
export const flawsOfKind = (kind: Partial<Kind>): Flaw[] => [
  ...valueFlaws(kind),
  ...conditionFlaws(kind),
  ...documentFlaws(kind.documents),
  ...twice(kind.documents, 'documents'),
  ...twice(kind.conditions, 'conditions'),
  ...twice(kind.steps, 'steps'),
  ...checkFlaws(kind),
  ...formFlaws(kind),
  ...reductionFlaws(kind),
]

function valueFlaws({ period, periodNote, fee }: Partial<Kind>): Flaw[] {
  const flaws: Flaw[] = []
  if (period === null && periodNote === undefined)
    flaws.push({ field: ['period'], problem: 'periodUnnoted', about: '' })
  if (period?.unit === 'immediate' && period.value !== 3)
    flaws.push({ field: ['period', 'value'], problem: 'immediateNotThree', about: String(period.value) })
  if (fee?.won === null && fee.note === undefined)
    flaws.push({ field: ['fee', 'won'], problem: 'feeUnnoted', about: '' })
  return flaws
}

/** Who brings a document and who verifies it must not contradict each other. */
function documentFlaws(documents: Kind['documents'] = []): Flaw[] {
  return documents.flatMap(({ name, providedBy, verifyBy }, i): Flaw[] => {
    const field = ['documents', i, 'verifyBy']
    if (providedBy === 'agency' && verifyBy === 'applicant') return [{ field, problem: 'officeVerifies', about: name }]
    const isOffices = verifyBy !== null && verifyBy !== 'applicant' && verifyBy !== 'id'
    return providedBy === 'applicant' && isOffices ? [{ field, problem: 'applicantBrings', about: name }] : []
  })
}

/** Every check names what exists, and whatever has to be looked at has its check. */
function checkFlaws({ steps = [], documents, conditions }: Partial<Kind>): Flaw[] {
  const placed = steps.flatMap((s, i) => s.checks.map((check, j) => ({ check, field: ['steps', i, 'checks', j] })))
  const again = repeated(placed.map((p) => p.check.id)).map(([i, about]): Flaw => ({
    field: [...(placed[i]?.field ?? []), 'id'],
    problem: 'idTwice',
    about,
  }))
  const unknown = (what: 'document' | 'condition', list: readonly { id: string }[] | undefined) =>
    placed.flatMap(({ check, field }): Flaw[] => {
      const about = check[what]
      if (!list || about === undefined || list.some((thing) => thing.id === about)) return []
      return [{ field: [...field, what], problem: `${what}Unknown`, about }]
    })
  const unchecked = (what: 'document' | 'condition', list: readonly { id: string; says: string }[] = []) =>
    list.flatMap(({ id, says }, i): Flaw[] => {
      const isChecked = steps.length === 0 || placed.some((p) => p.check[what] === id)
      return isChecked ? [] : [{ field: [`${what}s`, i], problem: `${what}Unchecked`, about: `${id} ${says}` }]
    })
  return [
    ...again,
    ...unknown('document', documents),
    ...unknown('condition', conditions),
    ...unchecked(
      'document',
      documents?.map(({ id, name }) => ({ id, says: name })),
    ),
    ...unchecked(
      'condition',
      conditions?.map((c) => ({ id: c.id, says: c.text })),
    ),
  ]
}

/** A form asks each thing once, in a way that can be answered, and for no more than the law allows. */
function formFlaws({ form, rrnBasis }: Partial<Kind>): Flaw[] {
  const { fields = [] } = form ?? {}
  const again = [
    ...repeated(fields.map((f) => f.id)).map(([i, about]) => ({ at: [i, 'id'], about })),
    ...fields.flatMap(({ options = [] }, i) =>
      repeated(options.map((o) => o.id)).map(([j, about]) => ({ at: [i, 'options', j, 'id'], about })),
    ),
  ]
  return [
    ...again.map(({ at, about }): Flaw => ({ field: ['form', 'fields', ...at], problem: 'idTwice', about })),
    ...fields.flatMap(({ label, type, options = [], hint = '' }, i): Flaw[] => {
      const field = ['form', 'fields', i]
      const about = label.ko
      const isShort = type === 'choice' && options.length < 2
      const asked = `${label.ko} ${label.en} ${hint}`
      return [
        ...(isShort ? [{ field: [...field, 'options'], problem: 'optionsMissing' as const, about }] : []),
        ...(type !== 'choice' && options.length > 0
          ? [{ field: [...field, 'options'], problem: 'optionsUnused' as const, about }]
          : []),
        ...(rrnBasis === undefined && (type === 'residentNo' || residentNumber.test(asked))
          ? [{ field: [...field, 'label'], problem: 'rrnAsked' as const, about }]
          : []),
        ...(rrnBasis !== undefined && type !== 'residentNo' && residentNumber.test(label.ko)
          ? [{ field: [...field, 'type'], problem: 'rrnUnsealed' as const, about }]
          : []),
      ]
    }),
  ]
}

const residentNumber = /주민\s*(등록)?\s*번호|resident\s+registration\s+(no|number)|\brrn\b/i

function reductionFlaws({ fee }: Partial<Kind>): Flaw[] {
  const { reductions = [], cases = [] } = fee ?? {}
  const amounts = [fee?.won ?? null, ...cases.map((c) => c.won)]
  const most = amounts.includes(null) ? null : Math.max(...amounts.map(Number))
  return [
    ...repeated(reductions.map((r) => r.id)).map(([i, about]): Flaw => ({
      field: ['fee', 'reductions', i, 'id'],
      problem: 'idTwice',
      about,
    })),
    ...reductions.flatMap((r, i): Flaw[] => {
      const field = ['fee', 'reductions', i]
      if ((r.percent === undefined) === (r.won === undefined))
        return [{ field, problem: 'reductionUnclear', about: r.ko }]
      const isMore = (r.percent ?? 0) > 100 || (most !== null && (r.won ?? 0) > most)
      return isMore ? [{ field, problem: 'reductionTooMuch', about: r.ko }] : []
    }),
  ]
}

/** Things of a list whose id another has before them. */
export const twice = (list: readonly { id: string }[] = [], name: string): Flaw[] =>
  repeated(list.map((thing) => thing.id)).map(([i, about]) => ({ field: [name, i, 'id'], problem: 'idTwice', about }))

/** Where a text stands that has stood before. */
export const repeated = (texts: readonly string[]): [number, string][] =>
  [...texts.entries()].filter(([i, one]) => texts.indexOf(one) < i)
