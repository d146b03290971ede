import { conditionProblem, mostWays, type ConditionProblem } from './condition-problem.ts'
import { askedBy, judge, rowsOf, tokensOf, truthOf, widthOf, type Truth } from './condition.ts'
import type { Flaw } from './manual-flaws.ts'
import type { Kind } from './manual.ts'

/** What is wrong with the questions of a kind and with the conditions that rest on them. */

export type ConditionFlawName =
  | ('expressionUnreadable' | 'expressionName' | 'expressionOption' | 'expressionIn' | 'expressionNumber')
  | ('expressionNot' | 'expressionJoined' | 'expressionOrder')
  | ('expressionTooWide' | 'expressionUndecided' | 'expressionConstant')
  | ('questionUnused' | 'feeCaseIdle')

type Parts = Partial<Pick<Kind, 'questions' | 'documents' | 'conditions' | 'fee'>>
type Written = { field: (string | number)[]; condition: string }

/** In the order of the page: the questions, then the conditions of documents, requirements and fee. */
export function conditionFlaws(kind: Parts): Flaw[] {
  // Questions that are wrong themselves say nothing of the conditions yet.
  if (kind.questions === undefined) return []
  const written = conditionsOf(kind)
  return [...questionFlaws(kind, written), ...written.flatMap((one) => expressionFlaws(one, kind)), ...feeFlaws(kind)]
}

function conditionsOf({ documents = [], conditions = [], fee }: Parts): Written[] {
  const all: { field: Written['field']; condition: string | undefined }[] = [
    ...documents.map((d, i) => ({ field: ['documents', i, 'when'], condition: d.when })),
    ...conditions.flatMap((c, i) => [
      { field: ['conditions', i, 'when'], condition: c.when },
      { field: ['conditions', i, 'holds'], condition: c.holds },
    ]),
    ...(fee?.cases ?? []).map((c, i) => ({ field: ['fee', 'cases', i, 'when'], condition: c.when })),
  ]
  return all.flatMap(({ field, condition }) => (condition === undefined ? [] : [{ field, condition }]))
}

/** A question is asked once, can be answered, and something turns on it. */
function questionFlaws({ questions = [], documents, conditions, fee }: Parts, written: readonly Written[]): Flaw[] {
  const used = new Set(
    written.flatMap((w) => (tokensOf(w.condition) ?? []).flatMap((t) => (t.is === 'name' ? [t.says] : []))),
  )
  // Where a part is not known its conditions are not either.
  const isWhole = documents !== undefined && conditions !== undefined && fee !== undefined
  return questions.flatMap(({ id, type, ask, options = [] }, i): Flaw[] => {
    const at = (...rest: (string | number)[]) => ['questions', i, ...rest]
    const isTwice = questions.findIndex((q) => q.id === id) < i
    const again = options.flatMap((o, j) => (options.findIndex((other) => other.id === o.id) < j ? [[j, o.id]] : []))
    const about = ask.ko
    return [
      ...(isTwice ? [{ field: at('id'), problem: 'idTwice' as const, about: id }] : []),
      ...(type === 'choice' && options.length < 2
        ? [{ field: at('options'), problem: 'optionsMissing' as const, about }]
        : []),
      ...(type !== 'choice' && options.length > 0
        ? [{ field: at('options'), problem: 'optionsUnused' as const, about }]
        : []),
      ...again.map(([j = 0, of = '']) => ({
        field: at('options', j, 'id'),
        problem: 'idTwice' as const,
        about: String(of),
      })),
      ...(isWhole && !used.has(id)
        ? [{ field: at(), problem: 'questionUnused' as const, about: `${id} ${about}` }]
        : []),
    ]
  })
}

function expressionFlaws({ field, condition }: Written, { questions = [] }: Parts): Flaw[] {
  const found = conditionProblem(condition, questions)
  return found ? [{ field, problem: flawNames[found.problem], about: found.about }] : []
}

const flawNames: Record<ConditionProblem['problem'], ConditionFlawName> = {
  unreadable: 'expressionUnreadable',
  unknownName: 'expressionName',
  unknownOption: 'expressionOption',
  unclearIn: 'expressionIn',
  numberCompared: 'expressionNumber',
  unclearNot: 'expressionNot',
  sideBySide: 'expressionJoined',
  orderCompared: 'expressionOrder',
  tooWide: 'expressionTooWide',
  notYesOrNo: 'expressionUndecided',
  alwaysSame: 'expressionConstant',
}

/** A case of the fee that changes the amount for nobody is a mistake: it comes too late, or says what holds anyway. */
function feeFlaws({ fee, questions = [] }: Parts): Flaw[] {
  const cases = fee?.cases ?? []
  if (cases.some((c) => conditionProblem(c.when, questions))) return []
  const truths = cases.map((c) => truthOf(c.when, questions))
  const asked = askedBy(
    cases.map((c) => c.when),
    questions,
  )
  if (widthOf({ asked }) > mostWays) return []
  const rows = rowsOf(asked, {}).map((row) => Object.fromEntries(asked.map((a, i) => [a.id, row[i] ?? ''])))
  const amount = (row: (typeof rows)[number], without?: number) =>
    cases.find((_, i) => i !== without && isMet(truths[i], row))?.won ?? fee?.won
  return cases.flatMap((c, i): Flaw[] =>
    rows.some((row) => amount(row) !== amount(row, i))
      ? []
      : [{ field: ['fee', 'cases', i], problem: 'feeCaseIdle', about: c.when }],
  )
}

const isMet = (truth: Truth | undefined, row: Parameters<typeof judge>[1]): boolean =>
  truth !== undefined && judge(truth, row).verdict === 'yes'
