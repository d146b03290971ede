import { Alternative, AttachmentCause } from '../../../domain/case/attachment.ts'
import { OwnDataProof, OwnDataResult } from '../../../domain/case/own-data.ts'
import type { Channel } from '../../../domain/case/procedure.ts'
import { optionsOf, toldField } from './act-form-parts.ts'
import { linesOf, maybe, numberOf, type ActField, type ActForm, type FormContext } from './act-form.ts'

/** 첨부 (시행령 제5조의2) and 본인정보 공동이용 (법 제10조의2): what did not come in, and what others are asked for. */
export const evidenceForms = {
  reportAttachment: ({ seen, words }: FormContext): ActForm<'reportAttachment'> => {
    const { attachment } = words.procedure.form
    return {
      text: words.procedure.acts.reportAttachment.text,
      fields: [
        {
          as: 'choice',
          id: 'cause',
          label: attachment.cause,
          first: 'unreadable',
          options: optionsOf(AttachmentCause.options, attachment.causes),
        },
        {
          as: 'choice',
          id: 'document',
          label: attachment.document,
          isOptional: true,
          isList: true,
          options: [
            { value: '', label: attachment.any },
            ...seen.documents.map((d) => ({ value: d.document, label: d.name })),
          ],
        },
        { as: 'text', id: 'note', label: attachment.note, rows: 2, max: 2000, isOptional: true },
      ],
      command: ({ cause, document, note }) => ({
        cause: cause as AttachmentCause,
        ...maybe('document', document),
        ...maybe('note', note),
      }),
    }
  },
  tellAlternatives: ({ seen, words }: FormContext): ActForm<'tellAlternatives'> => {
    const { attachment } = words.procedure.form
    const open = seen.procedure.attachments.filter((a) => !a.told)
    return {
      fields: [
        whichField(
          attachment.nth,
          open.map((a) => ({ nth: a.nth, name: a.document ?? attachment.causes[a.cause] })),
          words.procedure.form.attachment.one,
        ),
        {
          as: 'ticks',
          id: 'ways',
          label: attachment.ways,
          options: optionsOf(Alternative.options, attachment.wayNames),
        },
        toldField({ seen, words }),
      ],
      command: ({ nth, ways, told }) => ({
        nth: numberOf(nth),
        told: told as Channel,
        ways: Alternative.options.filter((w) => linesOf(ways).includes(w)),
      }),
    }
  },
  demandOwnData: ({ words }: FormContext): ActForm<'demandOwnData'> => {
    const { ownData } = words.procedure.form
    return {
      text: words.procedure.acts.demandOwnData.text,
      fields: [
        { as: 'text', id: 'item', label: ownData.item, hint: ownData.itemHint, max: 200 },
        { as: 'text', id: 'holder', label: ownData.holder, max: 100 },
        {
          as: 'choice',
          id: 'proof',
          label: ownData.proof,
          options: optionsOf(OwnDataProof.options, ownData.proofs),
        },
      ],
      command: ({ item = '', holder = '', proof }) => ({
        item: item.trim(),
        holder: holder.trim(),
        proof: proof as OwnDataProof,
      }),
    }
  },
  recordOwnData: ({ seen, words }: FormContext): ActForm<'recordOwnData'> => {
    const { ownData, attachment } = words.procedure.form
    const open = seen.procedure.ownData.filter((d) => !d.answer)
    return {
      fields: [
        whichField(
          ownData.nth,
          open.map((d) => ({ nth: d.nth, name: d.item ?? '' })),
          attachment.one,
        ),
        {
          as: 'choice',
          id: 'result',
          label: ownData.result,
          first: 'received',
          options: optionsOf(OwnDataResult.options, ownData.results),
        },
        {
          as: 'text',
          id: 'reason',
          label: ownData.reason,
          rows: 2,
          max: 2000,
          shown: ({ result }) => result === 'refused',
        },
      ],
      command: ({ nth, result, reason }) => ({
        nth: numberOf(nth),
        result: result as OwnDataResult,
        ...maybe('reason', reason),
      }),
    }
  },
  tellOwnDataRefusal: ({ seen, words }: FormContext): ActForm<'tellOwnDataRefusal'> => {
    const { ownData, attachment } = words.procedure.form
    const open = seen.procedure.ownData.filter((d) => d.answer?.result === 'refused' && !d.told)
    return {
      text: words.procedure.acts.tellOwnDataRefusal.text,
      fields: [
        whichField(
          ownData.nth,
          open.map((d) => ({ nth: d.nth, name: d.item ?? '' })),
          attachment.one,
        ),
        toldField({ seen, words }),
      ],
      command: ({ nth, told }) => ({ nth: numberOf(nth), told: told as Channel }),
    }
  },
}

/** Which of those that still wait. */
function whichField(
  label: string,
  open: readonly { nth: number; name: string }[],
  one: (nth: number, what: string) => string,
): ActField {
  const options = open.map((o) => ({ value: String(o.nth), label: one(o.nth, o.name) }))
  return { as: 'choice', id: 'nth', label, options, first: options.at(-1)?.value }
}
