import type { Private, SeenId } from '../record/private.ts'

/** 확인한 신분증: which card was seen; one of no listed sort by the name that stands on it. */
type Seen = { idSeen?: SeenId | undefined; idOther?: string | undefined }

/** Whether a card of no listed sort was seen and nobody has said which. */
export const isIdUnnamed = ({ idSeen, idOther }: Seen): boolean => idSeen === 'other' && idOther === undefined

/** What is kept apart of a card: its own name only where none of the list says it. */
export const keptId = ({ idSeen, idOther }: Seen): { idSeen?: SeenId; idOther?: string } => ({
  ...(idSeen && { idSeen }),
  ...(idSeen === 'other' && idOther !== undefined && { idOther }),
})

/** Which card an act saw: kept apart, or in an older record with the act itself. */
export const seenIdOf = (act: { idSeen?: SeenId | undefined }, apart: Private | undefined) =>
  keptId({ idSeen: apart?.idSeen ?? act.idSeen, idOther: apart?.idOther })
