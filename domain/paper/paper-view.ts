import { evolveCase } from '../case/case-fold.ts'
import type { Case } from '../case/case.ts'
import type { Question } from '../desk.ts'
import { decide, type Command, type Refusal } from '../hall.ts'
import { inForce } from '../manual/edition.ts'
import { privateKey } from '../record/record.ts'
import { personOf, type Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import type { PapersView, PaperView } from '../views/views.ts'
import { actFields } from './paper-acts.ts'
import type { Sheet } from './paper-fields.ts'
import { paperOf } from './paper-of.ts'
import { PaperName, type PrintState } from './paper.ts'

/** The documents of a case: those that were made, and those that can be made now or not. */
export function papersView(seat: Seat, id: string): PapersView | undefined {
  const known = seat.hall.cases.get(id)
  if (!known) return undefined
  const offers = PaperName.options.map((name) => {
    const said = paperOf(name, seat, known)
    const isOfNow = Object.keys(actFields[name](seat, known)).length > 0
    return { name, isOfNow, missing: 'missing' in said ? said.missing : [] }
  })
  return {
    mine: known.holder === seat.machine,
    offers,
    reminderDue: isReminderDue(seat, known),
    made: known.papers.map(({ tenure, act, ...paper }) => {
      const by = known.history.find((e) => e.tenure === tenure && e.act === act)?.by.clerk
      return { ...paper, clerk: personOf(seat, by)?.name ?? '', reasons: reprintReasons(seat, known, paper.paper) }
    }),
  }
}

/**
 * 독촉장 (시행규칙 제10조): what became of the paper of the last reminder; undefined where nobody was reminded. It is made
 * in the case, and so by who holds that: one machine alone writes into a case.
 */
export function reminderPaper({ hall }: Seat, known: Case): PrintState | undefined | 'toMake' {
  const last = hall.reminders.get(known.received.case)?.at(-1)
  if (!last) return undefined
  return known.papers.findLast((p) => p.name === 'reminder' && p.madeAt >= last.at)?.state ?? 'toMake'
}

const isReminderDue = (seat: Seat, known: Case): boolean =>
  known.state !== 'closed' && ![undefined, 'printed'].includes(reminderPaper(seat, known))

/** Why a document was printed once more; known only where the case is held. */
const reprintReasons = (seat: Seat, { history, received }: Case, paper: string): string[] =>
  history.flatMap((e) => {
    if (e.type !== 'paperQueued' || e.paper !== paper) return []
    const reason = seat.privates.get(received.case)?.[privateKey(e)]?.reasons ?? e.reason
    return reason === undefined ? [] : [reason]
  })

type Asked = Extract<Question, { of: 'paper' }>

/** One document as its page: a made one as it was frozen, another as it would be now, or after a draft of an act. */
export function paperView(seat: Seat, { case: id, name, made, draft }: Asked): PaperView {
  if (made !== undefined) return pageOf(seat, madeSheet(seat, id, made))
  const after = draft ? afterDraft(seat, id, draft) : seat
  if ('refused' in after) return { missing: [], refused: after.refused }
  const known = after.hall.cases.get(id)
  if (!known) return { missing: [] }
  const said = paperOf(name, after, known)
  if ('missing' in said) return { missing: said.missing }
  return pageOf(seat, { name, edition: known.received.edition, fields: said.fields, confirmed: isConfirmed(seat, id) })
}

/** What a paper that was made says for ever; undefined where its private part is not known. */
export function madeSheet(seat: Seat, id: string, paper: string): Sheet | undefined {
  const made = seat.hall.cases.get(id)?.papers.find((p) => p.paper === paper)
  const fields = made && seat.privates.get(id)?.[privateKey(made)]?.paper
  if (!made || !fields) return undefined
  const { name, edition, number, confirmed, code } = made
  return { name, edition, fields, number, confirmed, code }
}

function pageOf(seat: Seat, sheet: Sheet | undefined): PaperView {
  const token = sheet && seat.layOut?.(sheet)
  return { missing: [], ...(token !== undefined && { token }) }
}

const isConfirmed = (seat: Seat, id: string): boolean =>
  !seat.unsent.some(({ event }) => 'case' in event && event.case === id)

/** The seat as it would be after an act that is still being typed; nothing of it is kept. */
function afterDraft(seat: Seat, id: string, draft: Command): Seat | { refused: Refusal } {
  const known = seat.hall.cases.get(id)
  const cases = new Map(seat.hall.cases)
  if (known) cases.set(id, JSON.parse(JSON.stringify(known)) as Case)
  const hall = { ...seat.hall, cases }
  const decision = decide(hall, draft, {
    machine: seat.machine,
    at: seat.at,
    isConfirmed: (of) => isConfirmed(seat, of),
    archive: seat.archive,
    apart: (of) => seat.privates.get(of) ?? {},
    kind: (code, edition = inForce(seat.hall, dayOf(seat.at))?.edition) => {
      const kind = seat.kindOf(edition, code)
      return kind && edition !== undefined ? { kind, edition } : undefined
    },
  })
  if ('refused' in decision) return decision
  const apart = { ...seat.privates.get(id) }
  for (const { event, private: said } of decision.happened) {
    if (!('case' in event) || event.case !== id) continue
    evolveCase(cases, event)
    if (said) apart[privateKey(event)] = said
  }
  return { ...seat, hall, privates: new Map(seat.privates).set(id, apart) }
}
