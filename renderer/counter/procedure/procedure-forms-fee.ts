import { amountDue, type Reduction } from '../../../domain/case/fee.ts'
import { FeeMeans } from '../../../domain/case/intake.ts'
import { money } from '../../common/format.ts'
import { optionsOf } from './act-form-parts.ts'
import { numberOf, type ActField, type ActForm, type FormContext, type Values } from './act-form.ts'

/** 수수료 (민원처리법 제29조): what the manual says, its reductions, and what is due by them. */

/** No id of a reduction can be this. */
const none = '-'
const mostWon = 100_000_000

export const feeForms = {
  payFee: (context: FormContext): ActForm<'payFee'> => ({
    ...textOf(context),
    fields: [...tableField(context), meansField(context), ...reductionFields(context)],
    command: (values) => paid(context, values),
    tells: (values) => dueText(context, values),
  }),
  correctFee: (context: FormContext): ActForm<'correctFee'> => {
    const { fee } = context.words.procedure.form
    const { seen } = context
    return {
      text: fee.correctText,
      fields: [
        ...tableField(context),
        meansField(context),
        ...reductionFields(context),
        {
          as: 'number',
          unit: fee.unit,
          least: 0,
          most: mostWon,
          id: 'won',
          label: fee.inAll,
          hint: fee.inAllHint,
          first: String(seen.procedure.fee?.won ?? ''),
        },
        { as: 'text', id: 'reason', label: fee.reason, rows: 2, max: 2000 },
      ],
      command: (values) => ({
        ...paid(context, values),
        won: numberOf(values['won']),
        reason: (values['reason'] ?? '').trim(),
      }),
      tells: (values) => dueText(context, values),
    }
  },
}

/** The fee as the manual and the answers settle it; null where the clerk has to say it. */
const settledFee = ({ seen }: FormContext): number | null =>
  seen.procedure.feeTable === 'open' ? null : seen.procedure.feeTable

function textOf({ seen, words }: FormContext): { text?: string } {
  const { fee } = words.procedure.form
  const { feeTable } = seen.procedure
  if (feeTable === 'open') return { text: fee.open }
  return feeTable === null ? { text: fee.unknown } : {}
}

const listOf = ({ kind }: FormContext): readonly Reduction[] => kind?.fee.reductions ?? []

/** 정한 수수료: only where the manual does not know it does the clerk say it. */
function tableField(context: FormContext): ActField[] {
  const { seen, words } = context
  const { fee } = words.procedure.form
  if (settledFee(context) !== null) return []
  const first = seen.procedure.fee && String(seen.procedure.fee.table)
  return [
    { as: 'number', unit: fee.unit, least: 0, most: mostWon, id: 'table', label: fee.set, ...(first && { first }) },
  ]
}

/** The reductions of the manual, or where it lists none an own ground with its amount. */
function reductionFields(context: FormContext): ActField[] {
  const { words, language, seen } = context
  const { fee } = words.procedure.form
  const list = listOf(context)
  const chosen = seen.procedure.fee?.reduction
  if (list.length > 0)
    return [
      {
        as: 'choice',
        id: 'reduction',
        label: fee.reductions,
        first: chosen?.id ?? none,
        isList: list.length > 3,
        options: [
          { value: none, label: fee.noReduction },
          ...list.map((r) => ({ value: r.id, label: `${r[language]} · ${lessText(context, r)} (${r.basis})` })),
        ],
      },
    ]
  const isOwn = (values: Values) => (values['ground'] ?? '').trim() !== ''
  return [
    {
      as: 'text',
      id: 'ground',
      label: fee.reduction,
      hint: fee.reductionHint,
      max: 100,
      isOptional: true,
      first: chosen?.ko ?? '',
    },
    {
      as: 'number',
      unit: fee.unit,
      least: 0,
      most: mostWon,
      id: 'reduced',
      label: fee.reduced,
      shown: isOwn,
      first: chosen && seen.procedure.fee ? String(seen.procedure.fee.won) : '',
    },
  ]
}

const lessText = ({ language }: FormContext, { percent, won }: Reduction): string =>
  percent === undefined ? `−${money(won ?? 0, language)}` : `−${percent}%`

/** What the manual calls each means. */
const namesOfMeans: Record<FeeMeans, RegExp> = {
  cash: /현금/,
  card: /카드/,
  electronic: /전자|온라인/,
  stamp: /증지|인지/,
  account: /계좌|이체|무통장/,
}

/** The one means that the manual names; where it names none or several the clerk says which it was. */
function meansOf(text: string | null | undefined): FeeMeans | undefined {
  const named = FeeMeans.options.filter((means) => namesOfMeans[means].test(text ?? ''))
  return named.length === 1 ? named[0] : undefined
}

const meansField = ({ seen, kind, words }: FormContext): ActField => ({
  as: 'choice',
  id: 'means',
  label: words.procedure.form.fee.means,
  first: seen.procedure.fee?.means ?? meansOf(kind?.fee.means),
  options: optionsOf(FeeMeans.options, words.procedure.feeMeans),
})

const tableOf = (context: FormContext, values: Values): number => settledFee(context) ?? numberOf(values['table'])

/** What both acts say: the fee, the means, and the reduction of the list or the own one. */
function paid(context: FormContext, values: Values) {
  const ground = (values['ground'] ?? '').trim()
  const { reduction } = values
  return {
    table: tableOf(context, values),
    means: values['means'] as FeeMeans,
    ...(reduction !== undefined && reduction !== none && { reduction }),
    ...(ground !== '' && { own: { ground, won: numberOf(values['reduced']) } }),
  }
}

/** 낼 금액, worked out: 500원 = 1,000원 − 50%. */
function dueText(context: FormContext, values: Values): string {
  const { words, language } = context
  const { fee } = words.procedure.form
  const table = tableOf(context, values)
  const { own, reduction } = paid(context, values)
  const one = listOf(context).find((r) => r.id === reduction)
  const due = own ? own.won : amountDue(table, one)
  if (!Number.isInteger(table) || !Number.isInteger(due)) return fee.dueUnknown
  const less = one ? lessText(context, one) : own ? `−${money(table - own.won, language)}` : ''
  return fee.due(money(due, language), less && `${money(table, language)} ${less}`)
}
