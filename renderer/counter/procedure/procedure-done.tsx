import type { ReactNode } from 'react'
import type { FeeView, ProcedureView } from '../../../domain/views/views-procedure.ts'
import type { CaseView, DoneView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { date, money, moment, shortDay } from '../../common/format.ts'
import { Panel } from '../../common/panel.tsx'
import { Say } from '../../common/tag.tsx'
import { useNow } from '../../common/use-now.ts'
import { lengthOf } from '../../text/period-length.ts'
import { useLanguage, useWords, type Language, type Words } from '../../text/text.ts'
import { openCase } from '../place.ts'
import { evidenceLines } from './evidence-lines.ts'

export type DoneLine = { at: number; text: ReactNode; more?: ReactNode; clerk?: string }

/** What was done of the procedure, the newest first, and the cases that are linked to this one. */
export function ProcedureDone({ seen }: { seen: CaseView }) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const { done } = words.procedure
  const lines = linesOf(seen, words, language).toSorted((a, b) => b.at - a.at)
  return (
    <Panel title={done.title}>
      <Linked seen={seen} />
      {lines.length === 0 && <p className="meta padded">{done.none}</p>}
      <ul className="record">
        {lines.map((line, i) => (
          <li key={`${line.at}-${i}`}>
            <span className="grow">
              {line.text} {line.more !== undefined && <span className="meta">{line.more}</span>}
            </span>
            <span className="meta nowrap">
              {[moment(line.at, now, language), line.clerk].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The refusal that this is an objection to, and the objections to this one. */
function Linked({ seen }: { seen: CaseView }) {
  const words = useWords()
  const language = useLanguage()
  const { done } = words.procedure
  const { objectionTo, objections } = seen.procedure
  if (!objectionTo && objections.length === 0) return null
  return (
    <ul className="record linked">
      {objectionTo && (
        <li>
          <Button size="small" onPress={() => openCase(objectionTo.to)}>
            {done.objectionTo(objectionTo.receiptNo, date(objectionTo.refusalReceivedOn, language))}
          </Button>
        </li>
      )}
      {objections.map((o) => (
        <li key={o.case}>
          {o.archived ? (
            <Say>{done.objection(o.receiptNo)}</Say>
          ) : (
            <Button size="small" onPress={() => openCase(o.case)}>
              {done.objection(o.receiptNo)}
            </Button>
          )}
          <Say>{words.caseStates[o.state]}</Say>
        </li>
      ))}
    </ul>
  )
}

function linesOf(seen: CaseView, words: Words, language: Language): DoneLine[] {
  const { procedure } = seen
  const { done, acts, told, transfers, consents } = words.procedure
  const day = (when: string | number) => shortDay(when, language)
  const by = ({ at, clerk }: DoneView) => ({ at, clerk })
  const { identity, electronic, fee } = procedure
  return [
    ...supplementLines(seen, words, language),
    ...periodLines(seen, words, language),
    ...(identity ? [{ ...by(identity), text: done.identity, more: identityText(identity, words) }] : []),
    ...(electronic
      ? [
          {
            ...by(electronic),
            text: done.electronic(electronic.given),
            more: [electronic.address, consents[electronic.consent]].filter(Boolean).join(' · '),
          },
        ]
      : []),
    ...procedure.formerFees.map((f) => feeLine(f, true, words, language)),
    ...(fee ? [feeLine(fee, false, words, language)] : []),
    ...procedure.transfers.map((t) => ({
      ...by(t),
      text: acts.transferCase.name,
      more: `${transfers[t.to]} · ${done.transferred(t.office, t.late)}`,
    })),
    ...procedure.cooperations.map((c) => ({
      at: c.askedAt,
      text: done.asked(c.office, day(c.replyBy)),
      more: [
        c.repliedAt === undefined ? done.waits : `${done.replied} ${day(c.repliedAt)}`,
        c.extended && done.extendedOnce,
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    ...evidenceLines(seen, words),
    ...procedure.progress.map((p) => ({ ...by(p), text: done.progress(p.nth, told[p.told]) })),
    ...procedure.reminders.map((r) => ({ ...by(r), text: done.reminder(day(r.actBy)) })),
    ...procedure.corrections.map((c) => ({
      ...by(c),
      text: done.correction(c.confirmedBy),
      ...(c.before !== undefined && c.after !== undefined && { more: done.change(c.before, c.after) }),
    })),
  ]
}

/** Whose identity was checked, by which card, of which office. */
const identityText = (
  { who, idSeen, idOther, authority, issuer }: NonNullable<ProcedureView['identity']>,
  { case: { collectors, seenIds, authorities } }: Words,
): string =>
  [collectors[who], idOther ?? (idSeen && seenIds[idSeen]), authority && authorities[authority], issuer]
    .filter(Boolean)
    .join(' · ')

/** What was paid, by which reduction and why it was corrected; or what a correction has replaced. */
function feeLine(fee: FeeView, isReplaced: boolean, { procedure }: Words, language: Language): DoneLine {
  const { done, feeMeans } = procedure
  const { reduction, reason, table, won, means, at, clerk } = fee
  const less = money(table - won, language)
  return {
    at,
    clerk,
    text: done.fee(money(won, language), feeMeans[means]),
    more: [isReplaced && done.feeReplaced, reduction && done.feeReduced(reduction[language], less), reason]
      .filter(Boolean)
      .join(' · '),
  }
}

function supplementLines(seen: CaseView, { procedure }: Words, language: Language): DoneLine[] {
  const { supplement, demands } = seen.procedure
  const { done } = procedure
  const state = supplement && [
    ...(supplement.asked > 0 ? [done.supplementAsked(supplement.asked)] : []),
    ...(supplement.mailsReturned > 0 ? [done.returned(supplement.mailsReturned)] : []),
    ...(supplement.over ? [done.over] : []),
  ]
  return demands.map((demand, i) => {
    const until = supplement && i === demands.length - 1 ? supplement.until : demand.until
    const what = [...demand.items, demand.text].filter(Boolean).join(', ')
    const late = [demand.late && procedure.lateDemands[demand.late], demand.lateReason].filter(Boolean).join(': ')
    return {
      at: demand.at,
      clerk: demand.clerk,
      text: done.demanded(demand.round, shortDay(until, language)),
      more: [what, late, ...(i === demands.length - 1 ? (state ?? []) : [])].filter(Boolean).join(' · '),
    }
  })
}

function periodLines(seen: CaseView, words: Words, language: Language): DoneLine[] {
  const { clock, representatives } = seen.procedure
  const { done, stops, grounds } = words.procedure
  const day = (when: string | number) => shortDay(when, language)
  return [
    ...clock.stops.map((s) => ({
      at: s.from,
      text: done.stopped(stops[s.reason]),
      more: words.procedure.clock.stop('', day(s.from), s.to === undefined ? undefined : day(s.to)).trim(),
    })),
    ...clock.extensions.map((e) => ({
      at: e.at,
      text: done.extended(e.nth, lengthOf(e.length, words), day(e.promised)),
      more: grounds[e.ground],
    })),
    ...(representatives
      ? [
          {
            at: clock.receivedAt,
            text: done.representatives(day(representatives.until)),
            ...(representatives.named && {
              more: done.named(representatives.named.count, representatives.named.chosenBy === 'agency'),
            }),
          },
        ]
      : []),
  ]
}
