import type { CaseView } from '../../../domain/views/views.ts'
import type { Words } from '../../text/text.ts'
import type { DoneLine } from './procedure-done.tsx'

/** 지난 절차 of attachments and own data: what was so, and whether it was told. */
export function evidenceLines({ procedure }: CaseView, { procedure: words }: Words): DoneLine[] {
  const { done, form, told } = words
  return [
    ...procedure.attachments.map((a) => ({
      at: a.at,
      text: done.attachment(form.attachment.causes[a.cause], a.document ?? ''),
      more: [
        a.note,
        a.told
          ? `${done.alternatives}: ${a.told.ways.map((w) => form.attachment.wayNames[w]).join(', ')}`
          : done.untold,
        a.told && told[a.told.told],
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    ...procedure.ownData.map((d) => ({
      at: d.at,
      text: done.ownData(d.item, d.holder),
      more: [
        form.ownData.proofs[d.proof],
        d.answer ? form.ownData.results[d.answer.result] : done.waitsData,
        d.answer?.reason,
        d.answer?.result === 'refused' && (d.told ? told[d.told.told] : done.untold),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  ]
}
