import { Collector, FeeMeans, SeenId } from '../../domain/intake.ts'
import { maybe, numberOf, type ActForm, type FormContext } from './act-form.ts'
import { optionsOf } from './act-form-parts.ts'
import type { z } from 'zod'

/** What is checked and paid with the receipt. */
export const receiptForms = {
  checkIdentity: ({ words }: FormContext): ActForm<'checkIdentity'> => {
    const { identity } = words.procedure.form
    const isProxy = (values: { who?: string }) => values.who === 'proxy'
    return {
      fields: [
        {
          ...{ as: 'choice', id: 'who', label: identity.who, first: 'petitioner' },
          options: optionsOf(Collector.options, words.case.collectors),
        },
        { as: 'text', id: 'name', label: identity.name, shown: isProxy, isOptional: true },
        { as: 'tick', id: 'proxyLetter', label: identity.letter, shown: isProxy },
        {
          ...{ as: 'choice', id: 'idSeen', label: identity.idSeen },
          options: optionsOf(SeenId.options, words.case.seenIds),
        },
        { as: 'text', id: 'issuer', label: identity.issuer, isOptional: true },
      ],
      command: ({ who, idSeen, proxyLetter, issuer, name }) => ({
        ...{ who: who as z.infer<typeof Collector>, idSeen: idSeen as z.infer<typeof SeenId> },
        ...{ proxyLetter: who === 'proxy' && proxyLetter === 'yes', ...maybe('issuer', issuer) },
        ...(who === 'proxy' && maybe('name', name)),
      }),
    }
  },
  payFee: ({ seen, words }: FormContext): ActForm<'payFee'> => {
    const { fee } = words.procedure.form
    const { feeTable } = seen.procedure
    const table = feeTable === 'open' ? null : feeTable
    const amount = { as: 'number', unit: fee.unit, least: 0, most: 100_000_000 } as const
    return {
      ...(table === null && { text: feeTable === 'open' ? fee.open : fee.unknown }),
      fields: [
        {
          ...amount,
          id: 'table',
          label: table === null ? fee.set : fee.table,
          first: table === null ? '' : String(table),
        },
        { ...amount, id: 'won', label: fee.won, first: table === null ? '' : String(table) },
        { as: 'text', id: 'reduction', label: fee.reduction, hint: fee.reductionHint, max: 100, isOptional: true },
        {
          ...{ as: 'choice', id: 'means', label: fee.means, first: 'card' },
          options: optionsOf(FeeMeans.options, words.procedure.feeMeans),
        },
      ],
      command: ({ table: of, won, means, reduction }) => ({
        ...{ table: numberOf(of), won: numberOf(won), means: means as z.infer<typeof FeeMeans> },
        ...maybe('reduction', reduction),
      }),
    }
  },
  signForm: ({ words }: FormContext): ActForm<'signForm'> => ({
    ...{ text: words.procedure.form.signed.text, fields: [], command: () => ({}) },
  }),
}
