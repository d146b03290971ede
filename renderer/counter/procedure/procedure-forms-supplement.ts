import { FoundLater, LateDemand } from '../../../domain/case/procedure.ts'
import type { Channel } from '../../../domain/case/procedure.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import type { Words } from '../../text/text.ts'
import { daysField, optionsOf, reasonsField, toldField } from './act-form-parts.ts'
import {
  citedLines,
  linesOf,
  maybe,
  numberOf,
  type ActField,
  type ActForm,
  type FormContext,
  type Values,
} from './act-form.ts'

const longest = 180
const secondLongest = 10

/** 보완 (민원처리법 제22조, 시행령 제24조·제25조): only what the manual lists and the citizen has to bring is asked for. */
export const supplementForms = {
  demandSupplement: ({ seen, words }: FormContext): ActForm<'demandSupplement'> => {
    const { supplement } = words.procedure.form
    const { supplement: running } = seen.procedure
    // What was demanded is demanded a second time, unless it is something found only later.
    const isAgain = seen.procedure.demands.length > 0
    // While papers are awaited nothing else can be demanded than what was found later.
    const isBeside = running !== undefined && !running.over
    const first = daysField(words, longest, supplement.daysHint, '7')
    const second = daysField(words, secondLongest, supplement.secondHint, '7')
    const isLate = seen.procedure.milestones.some((m) => m.what === 'demandSupplement' && m.over)
    return {
      text: words.procedure.acts.demandSupplement.text,
      fields: [
        documentsField(seen, words),
        { as: 'text', id: 'text', label: supplement.text, hint: supplement.textHint, ...optionalText },
        ...(isAgain
          ? [
              {
                ...lateField(words, FoundLater.options),
                isOptional: !isBeside,
                hint: isBeside ? supplement.besideHint : supplement.againHint,
              },
            ]
          : isLate
            ? [lateField(words, LateDemand.options), lateReasonField(words)]
            : []),
        ...(isAgain
          ? [
              { ...first, shown: isNewlyFound },
              { ...second, shown: (values: Values) => !isNewlyFound(values) },
            ]
          : [first]),
        toldField({ seen, words }),
        { as: 'tick', id: 'written', label: supplement.written, first: true },
      ],
      command: ({ items = '', text, days, written, told, late, lateReason }) => ({
        told: told as Channel,
        items: linesOf(items),
        days: numberOf(days),
        written: written === 'yes',
        ...maybe('text', text),
        ...(late && { late: late as LateDemand }),
        ...maybe('lateReason', lateReason),
      }),
    }
  },
  receiveSupplement: ({ seen, words }: FormContext): ActForm<'receiveSupplement'> => ({
    text: arrivalText(seen, words),
    fields: [],
    command: () => ({}),
  }),
  extendSupplement: ({ words }: FormContext): ActForm<'extendSupplement'> => ({
    text: words.procedure.acts.extendSupplement.text,
    fields: [daysField(words, longest, words.procedure.form.supplement.daysHint, '7')],
    command: ({ days }) => ({ days: numberOf(days) }),
  }),
  recordReturnedMail: ({ words }: FormContext): ActForm<'recordReturnedMail'> => ({
    text: words.procedure.acts.recordReturnedMail.text,
    fields: [],
    command: () => ({}),
  }),
  returnCase: ({ seen, kind, words }: FormContext): ActForm<'returnCase'> => ({
    text: returnText(seen, words),
    isDanger: true,
    fields: [
      reasonsField(words),
      {
        as: 'text',
        id: 'provisions',
        label: words.procedure.form.provisions,
        rows: 2,
        max: 6000,
        lines: citedLines,
        first: ['민원처리법 시행령 제25조 제1항', ...(kind?.law.map((l) => `${l.law} ${l.article}`) ?? [])].join('\n'),
      },
      toldField({ seen, words }, ['letter', 'inPerson', 'email', 'fax'], ['email', 'fax']),
    ],
    command: ({ reasons = '', provisions, told }) => ({
      reasons: reasons.trim(),
      provisions: linesOf(provisions),
      told: told as Channel,
    }),
  }),
  deemWithdrawn: ({ words }: FormContext): ActForm<'deemWithdrawn'> => ({
    text: words.procedure.acts.deemWithdrawn.text,
    fields: [],
    isDanger: true,
    command: () => ({}),
  }),
}

/** After the second demand, or of two that run beside each other, a part of the papers leaves the clock standing. */
function arrivalText({ procedure: { supplement, demands, missing } }: CaseView, { procedure }: Words): string {
  const isShort = (supplement?.round === 2 || demands.length > 1) && missing.length > 0
  const { partly } = procedure.form.supplement
  return isShort ? partly(missing.join(', ')) : procedure.acts.receiveSupplement.text
}

/** What the return rests on: the period that is over, and what has not come by it (시행령 제25조 제1항). */
function returnText({ procedure: { missing } }: CaseView, { procedure }: Words): string {
  const { text } = procedure.acts.returnCase
  return missing.length === 0 ? text : `${text} ${procedure.form.supplement.missing(missing.join(', '))}`
}

const optionalText = { rows: 2, max: 2000, isOptional: true } as const

/** Documents that were found only later are a first demand of their own; words alone are not. */
const isNewlyFound = ({ late, items }: Values): boolean => Boolean(late) && Boolean(items)

/** What may be demanded can be ticked; the others say why not, and what the answers spare is not there (민원처리법 제10조 제1항·제3항). */
function documentsField({ documents, procedure: seen }: CaseView, { procedure }: Words): ActField {
  const awaited = seen.supplement && !seen.supplement.over ? seen.supplement.items : []
  const { supplement } = procedure.form
  const needed = documents.filter((d) => !d.spared)
  const isHere = (mark: string | undefined) => mark === 'received' || mark === 'verified'
  return {
    as: 'ticks',
    id: 'items',
    label: supplement.items,
    isOptional: true,
    options: needed.map((d) => ({
      value: d.document,
      label: d.name,
      ...closedBy(
        d.byOffice && supplement.forbidden,
        isHere(d.mark?.mark) && supplement.here,
        awaited.includes(d.name) && supplement.awaited,
      ),
    })),
    hint: needed.some((d) => !d.byOffice && !isHere(d.mark?.mark)) ? undefined : supplement.none,
  }
}

const closedBy = (...reasons: (string | false)[]): { closed?: string } => {
  const [closed] = reasons.filter((reason) => reason !== false)
  return closed === undefined ? {} : { closed }
}

const lateField = ({ procedure }: Words, grounds: readonly LateDemand[]): ActField => ({
  as: 'choice',
  id: 'late',
  label: procedure.form.supplement.late,
  hint: procedure.form.supplement.lateHint,
  options: optionsOf(grounds, procedure.lateDemands),
})

const lateReasonField = ({ procedure: { form } }: Words): ActField => ({
  as: 'text',
  id: 'lateReason',
  label: form.supplement.lateReason,
  hint: form.supplement.lateReasonHint,
  rows: 2,
  max: 2000,
  shown: ({ late }: Values) => late === 'oversight',
})
