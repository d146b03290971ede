import type { z } from 'zod'
import { Collector, Consent } from '../../../domain/case/intake.ts'
import { Authority, SeenId } from '../../../domain/record/private.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { optionsOf } from './act-form-parts.ts'
import { maybe, type ActForm, type FormContext, type Values } from './act-form.ts'

/** What is checked and agreed with the receipt. */
export const receiptForms = {
  checkIdentity: ({ words }: FormContext): ActForm<'checkIdentity'> => {
    const { identity } = words.procedure.form
    const isProxy = ({ who }: Values) => who !== 'petitioner'
    const isLegal = ({ who }: Values) => who === 'legalRepresentative'
    const isOther = ({ idSeen }: Values) => idSeen === 'other'
    return {
      fields: [
        {
          as: 'choice',
          id: 'who',
          label: identity.who,
          first: 'petitioner',
          options: optionsOf(Collector.options, words.case.collectors),
        },
        { as: 'text', id: 'name', label: identity.name, shown: isProxy, isOptional: true },
        { as: 'tick', id: 'proxyLetter', label: identity.letter, shown: ({ who }) => who === 'proxy' },
        {
          as: 'choice',
          id: 'authority',
          label: words.case.authority,
          options: optionsOf(Authority.options, words.case.authorities),
          shown: isLegal,
        },
        {
          as: 'choice',
          id: 'idSeen',
          label: identity.idSeen,
          options: optionsOf(SeenId.options, words.case.seenIds),
        },
        { as: 'text', id: 'idOther', label: identity.idOther, shown: isOther },
        { as: 'text', id: 'issuer', label: identity.issuer, isOptional: true },
      ],
      command: ({ who, idSeen, idOther, proxyLetter, authority, issuer, name }) => ({
        who: who as Collector,
        idSeen: idSeen as SeenId,
        ...maybe('idOther', idOther),
        proxyLetter: who === 'proxy' && proxyLetter === 'yes',
        ...maybe('issuer', issuer),
        ...(who === 'legalRepresentative' && { authority: authority as Authority }),
        ...(who !== 'petitioner' && maybe('name', name)),
      }),
    }
  },
  agreeElectronic: ({ seen, words }: FormContext): ActForm<'agreeElectronic'> => {
    const { electronic } = words.procedure.form
    const isGiven = (values: { given?: string }) => values.given !== 'no'
    return {
      text: words.procedure.acts.agreeElectronic.text,
      fields: [
        {
          as: 'choice',
          id: 'given',
          label: electronic.given,
          first: 'yes',
          options: optionsOf(['yes', 'no'], electronic.answers),
        },
        { as: 'text', id: 'address', label: electronic.address, max: 200, shown: isGiven, ...addressOf(seen) },
        {
          as: 'choice',
          id: 'consent',
          label: electronic.how,
          first: 'written',
          options: optionsOf(Consent.options, words.procedure.consents),
        },
      ],
      command: ({ given, consent, address }) => ({
        given: given !== 'no',
        consent: consent as z.infer<typeof Consent>,
        ...maybe('address', address),
      }),
    }
  },
  signForm: ({ words }: FormContext): ActForm<'signForm'> => ({
    text: words.procedure.form.signed.text,
    fields: [],
    command: () => ({}),
  }),
}

/** The contact that is known already, where it is an e-mail address. */
const addressOf = ({ petitioner }: CaseView): { first: string } => {
  const contact = petitioner?.contact ?? ''
  return { first: contact.includes('@') ? contact : '' }
}
