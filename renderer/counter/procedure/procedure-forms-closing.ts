import { Collector } from '../../../domain/case/intake.ts'
import { ExceptionGround, type Channel } from '../../../domain/case/procedure.ts'
import { objectionTermsOf, petitionsAct } from '../../../domain/paper/remedies.ts'
import { ProxyKind } from '../../../domain/record/private.ts'
import { dayField, optionsOf, reasonsField, toldField } from './act-form-parts.ts'
import { linesOf, maybe, numberOf, type ActForm, type FormContext, type Values } from './act-form.ts'

/** Who may stand by a correction: people who work on petitions. */
const confirmers: ReadonlySet<string> = new Set(['clerk', 'supervisor'])

/** What ends a case without a decision, and what comes after one. */
export const closingForms = {
  withdrawCase: ({ seen, words }: FormContext): ActForm<'withdrawCase'> => {
    const { papersBack, withdrawal, identity } = words.procedure.form
    const isProxy = ({ who }: Values) => who !== 'petitioner'
    return {
      text: words.procedure.acts.withdrawCase.text,
      isDanger: true,
      fields: [
        {
          as: 'choice',
          id: 'who',
          label: withdrawal.who,
          first: 'petitioner',
          options: optionsOf(Collector.options, words.case.collectors),
        },
        { as: 'text', id: 'name', label: identity.name, max: 60, shown: isProxy, first: seen.proxy ?? '' },
        { as: 'tick', id: 'papersBack', label: papersBack },
      ],
      command: ({ who, name, papersBack: isBack }) => ({
        who: who as Collector,
        ...(who !== 'petitioner' && maybe('name', name)),
        ...(isBack === 'yes' && { papersBack: true }),
      }),
    }
  },
  notProcess: ({ seen, words }: FormContext): ActForm<'notProcess'> => ({
    fields: [
      {
        as: 'choice',
        id: 'ground',
        label: words.procedure.form.exception,
        isList: true,
        options: optionsOf(ExceptionGround.options, words.procedure.exceptions),
      },
      reasonsField(words),
      toldField({ seen, words }),
    ],
    command: ({ ground, reasons = '', told }) => ({
      ground: ground as ExceptionGround,
      reasons: reasons.trim(),
      told: told as Channel,
    }),
    isDanger: true,
  }),
  closeRepeat: ({ seen, words }: FormContext): ActForm<'closeRepeat'> => {
    const { repeat } = words.procedure.form
    const isOfMany = seen.procedure.joint?.how === 'multiParty'
    return {
      fields: [
        { as: 'number', id: 'repeats', label: repeat.repeats, unit: repeat.unit, least: 3, most: 1000, first: '3' },
        { as: 'text', id: 'earlier', label: repeat.earlier, rows: 2, max: 2000, lines: { longest: 80, most: 20 } },
        ...(isOfMany ? [dayField('committee', repeat.committee, words)] : []),
        reasonsField(words),
        toldField({ seen, words }),
      ],
      command: ({ repeats, earlier, committee, reasons = '', told }) => ({
        repeats: numberOf(repeats),
        earlier: linesOf(earlier),
        ...maybe('committee', committee),
        reasons: reasons.trim(),
        told: told as Channel,
      }),
      isDanger: true,
    }
  },
  closeUncollected: ({ words }: FormContext): ActForm<'closeUncollected'> => ({
    text: words.procedure.acts.closeUncollected.text,
    fields: [],
    isDanger: true,
    command: () => ({}),
  }),
  correctDecision: ({ seen, view, staff, words }: FormContext): ActForm<'correctDecision'> => {
    const { correction } = words.procedure.form
    return {
      text: correction.text,
      fields: [
        { as: 'text', id: 'before', label: correction.before, rows: 2, max: 2000 },
        { as: 'text', id: 'after', label: correction.after, rows: 2, max: 2000 },
        {
          as: 'choice',
          id: 'confirmedBy',
          label: correction.confirmedBy,
          isList: true,
          options: staff
            .filter((s) => s.id !== view.clerk?.id && [s.role, ...(s.also ?? [])].some((r) => confirmers.has(r)))
            .map((s) => ({ value: s.id, label: `${s.name} · ${words.roles[s.role]}` })),
        },
        toldField({ seen, words }),
      ],
      command: ({ before = '', after = '', confirmedBy = '', told }) => ({
        before: before.trim(),
        after: after.trim(),
        confirmedBy,
        told: told as Channel,
      }),
    }
  },
  reopenCase: ({ seen, words }: FormContext): ActForm<'reopenCase'> => ({
    text: words.procedure.acts.reopenCase.text,
    fields: [],
    command: () => ({ objection: seen.procedure.accepted ?? '' }),
  }),
  receiveObjection: ({ seen, view, kind, words }: FormContext): ActForm<'receiveObjection'> => {
    const { objection } = words.procedure.form
    const { days, law } = objectionTermsOf(kind ?? {}) ?? petitionsAct
    const { more } = words.intake
    const isProxy = (values: Values) => values['isProxy'] === 'yes'
    const visit = view.visit?.state === 'serving' ? { visit: view.visit.visit } : {}
    return {
      text: objection.text(days, law),
      fields: [
        { as: 'text', id: 'name', label: objection.name, first: seen.petitioner?.name ?? '' },
        { as: 'text', id: 'contact', label: objection.contact, ...contactOf(seen.petitioner?.contact) },
        dayField('refusalReceivedOn', objection.receivedOn, words),
        { as: 'tick', id: 'isProxy', label: more.proxy },
        {
          as: 'choice',
          id: 'proxyKind',
          label: more.proxyKind,
          first: 'delegate',
          options: optionsOf(ProxyKind.options, more.proxyKinds),
          shown: isProxy,
        },
        { as: 'text', id: 'proxyName', label: more.proxyName, shown: isProxy },
        { as: 'text', id: 'relation', label: more.relation, shown: isProxy, isOptional: true },
        { as: 'text', id: 'proxyContact', label: more.proxyContact, shown: isProxy, isOptional: true },
        { as: 'text', id: 'grounds', label: objection.grounds, rows: 4, max: 2000 },
        {
          as: 'text',
          id: 'provisionalNo',
          label: more.provisionalNo,
          max: 40,
          isOptional: true,
          hint: objection.outage,
        },
      ],
      command: ({ name = '', contact, refusalReceivedOn = '', grounds = '', provisionalNo, ...proxy }) => ({
        ...proxyOf(proxy),
        to: seen.case,
        petitioner: { ...seen.petitioner, name: name.trim(), ...maybe('contact', contact) },
        refusalReceivedOn,
        grounds: grounds.trim(),
        ...visit,
        ...maybe('provisionalNo', provisionalNo),
      }),
    }
  },
}

/** Who acts for the objector, where somebody does (시행규칙 제4조). */
function proxyOf({ isProxy, proxyKind, proxyName = '', relation, proxyContact }: Values) {
  if (isProxy !== 'yes') return {}
  const more = { ...maybe('relation', relation), ...maybe('contact', proxyContact) }
  return { proxy: { name: proxyName.trim(), ...more, ...kindOf(proxyKind) } }
}

const kindOf = (kind: string | undefined): { kind?: ProxyKind } =>
  kind === 'legalRepresentative' ? { kind: 'legalRepresentative' } : {}

const contactOf = (first = '') => ({ first, isOptional: true })
