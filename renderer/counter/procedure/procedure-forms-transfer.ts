import type { z } from 'zod'
import { Told, TransferTo } from '../../../domain/case/procedure.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import type { Words } from '../../text/text.ts'
import { dayField, optionsOf } from './act-form-parts.ts'
import { maybe, numberOf, type ActField, type ActForm, type FormContext } from './act-form.ts'

/** 이송 (시행령 제13조) and 협조 (법 제20조). */
export const transferForms = {
  transferCase: ({ seen, words }: FormContext): ActForm<'transferCase'> => {
    const { form } = words.procedure
    const isAgreed = seen.procedure.electronic?.given ?? false
    // Of a second transfer, or after a supplement, no time is named: it may be late as well.
    const isInTime = seen.procedure.milestones.some((m) => m.what === 'transferToDepartment' && !m.over)
    return {
      fields: [
        {
          as: 'choice',
          id: 'to',
          label: form.transfer.to,
          first: 'department',
          options: optionsOf(TransferTo.options, words.procedure.transfers),
        },
        { as: 'text', id: 'office', label: form.office, max: 100 },
        { as: 'text', id: 'contact', label: form.contact, max: 100, isOptional: true },
        {
          as: 'choice',
          id: 'told',
          label: form.told,
          isOptional: true,
          options: [
            { value: '', label: form.notTold },
            ...optionsOf(
              Told.options.filter((t) => isAgreed || t !== 'email'),
              words.procedure.told,
            ),
          ],
          ...(!isAgreed && { hint: form.electronic.notYet }),
        },
        ...(isInTime ? [] : [lateField(seen, words)]),
      ],
      command: ({ to, office = '', contact, told, reasons }) => ({
        to: to as TransferTo,
        office: office.trim(),
        ...maybe('contact', contact),
        ...maybe('reasons', reasons),
        ...(told && { told: told as z.infer<typeof Told> }),
      }),
    }
  },
  askCooperation: ({ words }: FormContext): ActForm<'askCooperation'> => ({
    fields: [
      { as: 'text', id: 'office', label: words.procedure.form.office, max: 100 },
      dayField('replyBy', words.procedure.form.replyBy, words),
    ],
    command: ({ office = '', replyBy = '' }) => ({ office: office.trim(), replyBy }),
  }),
  extendCooperation: ({ seen, words }: FormContext): ActForm<'extendCooperation'> => ({
    fields: [...openField(seen, words), dayField('replyBy', words.procedure.form.replyBy, words)],
    command: ({ nth, replyBy = '' }) => ({ nth: numberOf(nth), replyBy }),
  }),
  recordReply: ({ seen, words }: FormContext): ActForm<'recordReply'> => ({
    fields: openField(seen, words),
    command: ({ nth }) => ({ nth: numberOf(nth) }),
  }),
}

/** Which time is over, and so asks for a reason; of a second transfer, or after a supplement, none is named. */
function lateField({ procedure: { milestones } }: CaseView, { procedure }: Words): ActField {
  const { reasons, reasonsHint, over } = procedure.form.transfer
  const passed = milestones.filter(
    (m) => m.over && (m.what === 'transferToDepartment' || m.what === 'transferToAgency'),
  )
  const names = passed.map((m) => procedure.milestones[m.what]).join(', ')
  return {
    as: 'text',
    id: 'reasons',
    label: reasons,
    rows: 2,
    max: 2000,
    hint: names === '' ? reasonsHint : `${over(names)} ${reasonsHint}`,
    isOptional: true,
  }
}

/** Which of the requests that still wait for a reply. */
function openField({ procedure: seen }: CaseView, { procedure }: Words): ActField[] {
  const open = seen.cooperations.filter((c) => c.repliedAt === undefined)
  const options = open.map((c) => ({
    value: String(c.nth),
    label: `${procedure.form.cooperation(c.nth)} · ${c.office}`,
  }))
  return [{ as: 'choice', id: 'nth', label: procedure.acts.askCooperation.name, options, first: options.at(-1)?.value }]
}
