import { editionsUntil } from '../manual/edition.ts'
import { everyPaperFields, type FieldRule, type FieldRules } from '../paper/paper-fields.ts'
import { ofHall } from '../paper/paper-of.ts'
import type { Answers } from '../record/private.ts'
import type { Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import { guideAddress } from './guide-address.ts'
import { answerText, askedText, copyText, feeText, guideWords, periodText } from './guide-words.ts'
import { guideOf, guidePlace, type Guide, type GuidePlace, type GuideView } from './guide.ts'

/** 준비물 안내문: one sheet for the citizen. It belongs to no case, has no number, and is in Korean like every paper. */
export type GuideSheet = {
  edition: number
  fields: { [field: string]: string | string[] }
  lists: { [field: string]: { [column: string]: string }[] }
  /** What the QR says; without an address of the hall there is none. */
  link: string
}

const told = '민원처리법 시행령 제6조'
const must = (basis: string): FieldRule => ({ basis, mandated: true })
const lines = (basis: string, columns: readonly string[]): FieldRule => ({ basis, mandated: true, list: true, columns })
const may = (basis = '관행'): FieldRule => ({ basis })

/** What the template of the sheet may name, and what it must print. */
export const guideFields: FieldRules = {
  ...everyPaperFields,
  team: may(),
  clerk: may(),
  phone: may(),
  code: may(),
  kind: must(told),
  answers: { ...may(), list: true },
  bring: lines(told, ['name', 'copy', 'condition']),
  identity: may('민원처리법 제27조 제4항, 시행규칙 제4조'),
  spared: lines('민원처리법 제10조', ['name', 'how', 'condition']),
  open: lines(told, ['name', 'turnsOn']),
  requirements: { ...may(), list: true, columns: ['text'] },
  fee: must(told),
  feeNote: may(),
  period: must(told),
  elsewhere: may(),
  hours: must(told),
  phones: must(told),
  edition: must('민원처리법 시행령 제10조'),
  link: may(),
  qr: may(),
  qrSize: may(),
}

/** The sheet of a kind for given answers, from what this PC knows; undefined where the kind is not there. */
export function guideSheet(
  seat: Seat,
  { code, edition, answers }: { code: string; edition?: number | undefined; answers: Answers },
): { guide: Guide; sheet: GuideSheet } | undefined {
  const { profile } = seat.hall
  const found = kindIn(seat, code, edition)
  if (!found || !profile) return undefined
  const guide = guideOf(found.kind, found.mark, answers)
  const kept = Object.fromEntries(
    guide.questions.flatMap(({ question, answer }) => (answer === undefined ? [] : [[question.id, answer]])),
  )
  const link = seat.hallAddress === undefined ? undefined : guideAddress(seat.hallAddress, code, kept)
  return { guide, sheet: sheetOf(seat, guide, guidePlace(profile), link ?? '') }
}

/** What a counter shows of it: the guide, its page and, where it was kept, its PDF. */
export function guideView(
  seat: Seat,
  asked: { code: string; edition?: number | undefined; answers: Answers },
): GuideView | undefined {
  const made = guideSheet(seat, asked)
  if (!made) return undefined
  const token = seat.layOutGuide?.(made.sheet)
  const file = token === undefined ? undefined : seat.guideFile?.(asked.code, token)
  return {
    guide: made.guide,
    ...(token !== undefined && { token }),
    ...(file !== undefined && { file }),
    ...(made.sheet.link !== '' && { link: made.sheet.link }),
  }
}

/** The kind of an edition, or of the newest in force that is on this PC. */
function kindIn(seat: Seat, code: string, edition: number | undefined) {
  const named = edition === undefined ? undefined : seat.hall.editions.get(edition)
  const marks = edition === undefined ? editionsUntil(seat.hall, dayOf(seat.at)) : named ? [named] : []
  for (const mark of marks) {
    const kind = seat.kindOf(mark.edition, code)
    if (kind) return { kind, mark }
  }
  return undefined
}

function sheetOf(seat: Seat, guide: Guide, place: GuidePlace, link: string): GuideSheet {
  const words = guideWords.ko
  const asked = askedText(guide, 'ko')
  const since = words.day(guide.inForceSince)
  return {
    edition: guide.edition,
    link,
    fields: {
      ...ofHall(seat),
      code: guide.code,
      kind: guide.name.ko,
      answers: guide.questions.flatMap(answerLine),
      identity: guide.showsId ? words.identity.what : '',
      fee: feeText(guide.fee, asked, words),
      feeNote: guide.fee.note ?? '',
      period: periodText(guide.period, words),
      elsewhere: guide.isElsewhere ? words.elsewhere : '',
      hours: words.hours(place),
      phones: place.phones.map((p) => `${p.team} ${p.phone}`).join(' · '),
      edition: words.edition(guide.edition, since),
    },
    lists: {
      bring: guide.bring.map((d) => ({ name: d.name, copy: copyText(d, words), condition: d.condition ?? '' })),
      spared: guide.office.map((d) => ({
        name: d.name,
        how: words.verify[d.verifyBy ?? 'unknown'],
        condition: d.condition ?? '',
      })),
      open: guide.open.map((d) => ({ name: d.name, turnsOn: asked(d.turnsOn) })),
      requirements: guide.requirements.map((line) => ({ text: line })),
    },
  }
}

const answerLine = ({ question, answer }: Guide['questions'][number]): string[] =>
  answer === undefined ? [] : [`${question.ask.ko} ${answerText(question, answer, 'ko')}`]
