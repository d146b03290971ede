import type { Attachment } from '../case/attachment.ts'
import type { Case } from '../case/case.ts'
import { privateKey } from '../record/record.ts'
import { doneView, type Seat } from '../seat.ts'
import type { AttachmentView, MilestoneView, OwnDataView } from './views-procedure.ts'

/** What came in badly and what was demanded of other holders, and what of it has to be told at once. */

const apartOf = (seat: Seat, known: Case, place: { tenure: number; act: number }) =>
  seat.privates.get(known.received.case)?.[privateKey(place)]

/** 첨부 that did not come in, by the names of the manual. */
export function attachmentViews(seat: Seat, known: Case): AttachmentView[] {
  const kind = seat.kindOf(known.received.edition, known.received.kind)
  return (known.attachments ?? []).map((one, i) => {
    const name = one.document && (kind?.documents.find((d) => d.id === one.document)?.name ?? one.document)
    const note = apartOf(seat, known, one)?.note
    return {
      nth: i + 1,
      at: one.at,
      cause: one.cause,
      ...(name !== undefined && { document: name }),
      ...(note !== undefined && { note }),
      ...(one.told && { told: { ...doneView(seat, one.told), told: one.told.told, ways: one.told.ways } }),
    }
  })
}

/** 본인정보 공동이용 of a case. */
export const ownDataViews = (seat: Seat, known: Case): OwnDataView[] =>
  (known.ownData ?? []).map(({ at, proof, answer, told, ...place }, i) => {
    const reason = answer && apartOf(seat, known, answer)?.reasons
    return {
      nth: i + 1,
      at,
      proof,
      ...apartOf(seat, known, place)?.ownData,
      ...(answer && { answer: { ...doneView(seat, answer), result: answer.result, ...(reason && { reason }) } }),
      ...(told && { told: { ...doneView(seat, told), told: told.told } }),
    }
  })

/** 지체 없이: what has to be told at once, since when it has happened (시행령 제5조의2, 제7조의3). */
export const toldAtOnce = (seat: Seat, { attachments = [], ownData = [] }: Case): MilestoneView[] => [
  ...attachments.flatMap((a): MilestoneView[] =>
    a.told ? [] : [{ what: 'tellAlternatives', at: a.at, over: seat.at > a.at }],
  ),
  ...ownData.flatMap(({ answer, told }): MilestoneView[] =>
    answer?.result !== 'refused' || told
      ? []
      : [{ what: 'tellOwnDataRefusal', at: answer.at, over: seat.at > answer.at }],
  ),
]

/** The last attachment that nobody was told of, counted from one. */
export const untold = (attachments: readonly Attachment[] = []): number =>
  attachments.findLastIndex((a) => !a.told) + 1 || 1

/** The last demand that still waits for its answer, and the last refusal that was not told, counted from one. */
export const openDemand = ({ ownData = [] }: Case): number => ownData.findLastIndex((d) => !d.answer) + 1 || 1
export const untoldRefusal = ({ ownData = [] }: Case): number =>
  ownData.findLastIndex((d) => d.answer?.result === 'refused' && !d.told) + 1 || 1
