import type { z } from 'zod'
import { longestExtension } from '../../../domain/case/case-clock.ts'
import { Consent } from '../../../domain/case/intake.ts'
import { ExtensionGround, StopReason, type Channel } from '../../../domain/case/procedure.ts'
import type { Period } from '../../../domain/manual/manual.ts'
import { whyUndated } from '../../../domain/period/expected-day.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { lengthOf } from '../../text/period-length.ts'
import type { Words } from '../../text/text.ts'
import { dayField, optionsOf, reasonsField, toldField } from './act-form-parts.ts'
import { linesOf, maybe, numberOf, type ActField, type ActForm, type FormContext, type Values } from './act-form.ts'

/** 시행령 제21조 제3항: the notice of an extension is a document. */
const written = ['letter', 'inPerson', 'email', 'fax'] as const

/** 처리기간: extension (시행령 제21조), suspension (제20조), representatives (제8조), progress (제23조). */
export const periodForms = {
  extendPeriod: ({ seen, words }: FormContext): ActForm<'extendPeriod'> => {
    const { extension } = words.procedure.form
    const { period, extensions } = seen.procedure.clock
    const needsConsent = extensions.length > 0 && seen.procedure.objectionTo === undefined
    return {
      fields: [
        {
          as: 'choice',
          id: 'ground',
          label: extension.ground,
          hint: extension.groundHint,
          options: optionsOf(ExtensionGround.options, words.procedure.grounds),
        },
        ...(period ? lengthFields(period, words) : []),
        ...(needsConsent
          ? [
              {
                as: 'choice' as const,
                id: 'consent',
                label: extension.consent,
                hint: extension.consentHint,
                options: optionsOf(Consent.options, words.procedure.consents),
              },
            ]
          : []),
        reasonsField(words),
        toldField({ seen, words }, written),
      ],
      command: ({ ground, consent, reasons = '', told, ...length }) => ({
        ...extensionIn(length),
        ground: ground as ExtensionGround,
        reasons: reasons.trim(),
        told: told as Channel,
        ...(consent && { consent: consent as z.infer<typeof Consent> }),
      }),
      extendsBy: extensionIn,
    }
  },
  stopClock: ({ seen, words }: FormContext): ActForm<'stopClock'> => {
    const { stop } = words.procedure.form
    const { petition, joint } = seen.procedure
    const reasons = StopReason.options.filter((r) => {
      if (r === 'investigation') return petition === 'grievance'
      return r !== 'representatives' || (joint?.signers ?? 1) >= 3
    })
    const verifiable = seen.documents.filter(
      (d) => !d.spared && (d.verifyBy === 'sharedInfo' || d.verifyBy === 'directIssue'),
    )
    return {
      fields: [
        { as: 'choice', id: 'reason', label: stop.reason, options: optionsOf(reasons, words.procedure.stops) },
        {
          as: 'choice',
          id: 'document',
          label: stop.document,
          isList: true,
          options: verifiable.map((d) => ({ value: d.document, label: d.name })),
          shown: ({ reason }) => reason === 'verification',
        },
        { as: 'text', id: 'evidence', label: stop.evidence, rows: 2, max: 2000 },
      ],
      command: ({ reason, evidence = '', document }) => ({
        reason: reason as StopReason,
        evidence: evidence.trim(),
        ...(reason === 'verification' && maybe('document', document)),
      }),
    }
  },
  resumeClock: ({ words }: FormContext): ActForm<'resumeClock'> => ({
    text: words.procedure.acts.resumeClock.text,
    fields: [],
    command: () => ({}),
  }),
  extendInvestigation: ({ words }: FormContext): ActForm<'extendInvestigation'> => ({
    text: words.procedure.acts.extendInvestigation.text,
    fields: [],
    command: () => ({}),
  }),
  askRepresentatives: ({ words }: FormContext): ActForm<'askRepresentatives'> => ({
    fields: [dayField('until', words.procedure.form.until, words)],
    command: ({ until = '' }) => ({ until }),
  }),
  nameRepresentatives: ({ words }: FormContext): ActForm<'nameRepresentatives'> => {
    const { representatives } = words.procedure.form
    return {
      fields: [
        { as: 'text', id: 'names', label: representatives.names, rows: 3, max: 300, lines: { longest: 60, most: 3 } },
        {
          as: 'choice',
          id: 'chosenBy',
          label: representatives.chosenBy,
          first: 'petitioners',
          options: optionsOf(['petitioners', 'agency'], representatives),
        },
      ],
      command: ({ names, chosenBy }) => ({
        names: linesOf(names),
        chosenBy: chosenBy === 'agency' ? 'agency' : 'petitioners',
      }),
    }
  },
  notifyProgress: ({ seen, words }: FormContext): ActForm<'notifyProgress'> => ({
    fields: [
      toldField({ seen, words }),
      { as: 'text', id: 'text', label: words.procedure.form.progress, rows: 3, max: 2000 },
      ...expectedFields(seen, words),
    ],
    command: ({ told, text = '', expected }) => ({
      told: told as Channel,
      text: text.trim(),
      ...maybe('expected', expected),
    }),
  }),
}

/** 완료 예정일: asked for where the period says no day that is to come; what is past its time cannot be told without. */
function expectedFields({ due }: CaseView, words: Words): ActField[] {
  const { expected, expectedHints } = words.procedure.form
  const undated = whyUndated(due)
  if (!undated) return []
  const hint = expectedHints[undated]
  return [{ ...dayField('expected', expected, words), hint, isOptional: undated !== 'over' }]
}

/** The length of an extension: in the unit of the period and, where that is weeks, months or years, in days as well. */
function lengthFields(period: Period, words: Words): ActField[] {
  const { extension, units } = words.procedure.form
  const hint = extension.most(lengthOf(period, words))
  const number = (id: string, unit: Period['unit'], most: number) => ({
    as: 'number' as const,
    id,
    label: extension.value,
    unit: units[unit],
    least: 1,
    most,
    hint,
    first: String(most),
  })
  const own = number('value', period.unit, longestExtension(period))
  if (period.unit !== 'weeks' && period.unit !== 'months' && period.unit !== 'years') return [own]
  const inDays = longestExtension(period, 'days')
  return [
    {
      as: 'choice',
      id: 'unit',
      label: extension.unit,
      first: 'days',
      options: [
        { value: 'days', label: units.days },
        { value: 'own', label: units[period.unit] },
      ],
    },
    {
      ...number('days', 'days', inDays),
      hint: extension.mostDays(lengthOf(period, words), inDays),
      shown: ({ unit }) => unit === 'days',
    },
    { ...own, shown: ({ unit }) => unit !== 'days' },
  ]
}

const extensionIn = ({ unit, days, value }: Values): { value: number; unit?: 'days' } =>
  unit === 'days' ? { value: numberOf(days), unit } : { value: numberOf(value) }
