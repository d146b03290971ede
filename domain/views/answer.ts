import { caseDue, copyTerms } from '../case/case-clock.ts'
import { priorPeriod } from '../case/intake-rules.ts'
import { receiptDues } from '../case/receipt-dues.ts'
import { replaceable } from '../case/replaced-receipt.ts'
import type { Question, ViewOf } from '../desk.ts'
import { tellableSearch, vocabularyOf } from '../find/missed-search.ts'
import { guideView } from '../guide/guide-sheet.ts'
import { decide, type Command, type Event, type Refusal } from '../hall.ts'
import { checklistOf } from '../manual/checklist.ts'
import { outageSheetView } from '../paper/outage-sheet.ts'
import { papersView, paperView } from '../paper/paper-view.ts'
import { caseIn } from '../people/access-kinds.ts'
import { rolesOf } from '../people/permissions.ts'
import { mayAsk, seatFor } from '../people/question-permissions.ts'
import { due } from '../period/deadline.ts'
import { queueSettings } from '../queue/queue-settings.ts'
import { visitAt } from '../queue/queue.ts'
import { printedLabel } from '../queue/ticket.ts'
import { isHeld, type Visit } from '../queue/visit.ts'
import { personOf, type Seat } from '../seat.ts'
import { dayOf } from '../time.ts'
import { exportLinesView } from './export-lines.ts'
import { lookup } from './lookup.ts'
import { accessesView } from './view-accesses.ts'
import { backupView } from './view-backup.ts'
import { bellView } from './view-bell.ts'
import { caseView } from './view-case.ts'
import { dutiesView, monthView } from './view-duties.ts'
import { editionDiffView, editionsView, kindHistoryView } from './view-editions.ts'
import * as floor from './view-floor.ts'
import { formerKind, formerKinds, lastKind } from './view-former.ts'
import { guideDeskView } from './view-guide.ts'
import { holidaysView } from './view-holidays.ts'
import { machinesView, managesMachines } from './view-machines.ts'
import { manualPartView } from './view-manual-part.ts'
import * as manual from './view-manual.ts'
import { compareView, newsView, readersView } from './view-news.ts'
import { editionsNow, overviewView } from './view-overview.ts'
import * as publicViews from './view-public.ts'
import { accuracyView, callsOutOfOrder, heldElsewhere, queueSettingsView } from './view-queue.ts'
import { exportViews, registerView } from './view-register.ts'
import { retentionView } from './view-retention.ts'
import { rosterView } from './view-roster.ts'
import { setupView } from './view-setup.ts'
import { proposalsView, useView } from './view-use.ts'
import type { CounterView } from './views.ts'

export type { Seat } from '../seat.ts'

/** Answers what a screen asks, from what its machine knows. */
export function answer<Q extends Question>(question: Q, seat: Seat): ViewOf<Q>
export function answer(question: Question, whole: Seat): ViewOf<Question> {
  const seat = seatFor(whole, question.of)
  if (!seat) return undefined
  switch (question.of) {
    case 'setup':
      return setupView(seat)
    case 'counter':
      return counterView(seat)
    case 'case':
      return caseView(seat, question.case)
    case 'papers':
      return papersView(seat, question.case)
    case 'number':
      return seat.numberOf?.(question.case, question.field)
    case 'paper':
      return paperView(seat, question)
    case 'kind':
      return seat.kindOf(question.edition, question.code)
    case 'formerKind':
      return formerKind(seat, question.code)
    case 'formerKinds':
      return formerKinds(seat)
    case 'checklist': {
      const kind = seat.kindOf(question.edition, question.code)
      return kind && checklistOf(kind, question.answers)
    }
    case 'guide':
      return guideView(seat, question)
    case 'contents':
      return seat.contents?.() ?? []
    case 'overview':
      return overviewView(seat)
    case 'bell':
      return bellView(seat)
    case 'queueSettings':
      return queueSettingsView(seat)
    case 'accuracy':
      return accuracyView(seat)
    case 'guideDesk':
      return guideDeskView(seat)
    case 'holidays':
      return holidaysView(seat, question.date)
    case 'receiptDue': {
      const period = lastKind(seat, question.code)?.period ?? null
      const extensions = copyTerms(question.copies)
      const from = replaceable(seat.hall.cases, seat).find((c) => c.received.case === question.replaces)?.received.at
      return due(question.priorReview ? priorPeriod(period) : period, from ?? seat.at, seat.calendar, { extensions })
    }
    case 'extendedDue': {
      const { value, unit } = question
      const known = seat.hall.cases.get(question.case)
      return known && caseDue(known, seat.calendar, seat.hall.outages, seat.at, { value, unit })
    }
    case 'register':
      return registerView(seat, question)
    case 'exports':
      return exportViews(seat)
    case 'exportLines':
      return exportLinesView(seat, question)
    case 'accesses':
      return accessesView(seat, question)
    case 'duties':
      return dutiesView(seat, question.outage)
    case 'retention':
      return retentionView(seat, question.list)
    case 'outageSheet':
      return outageSheetView(seat, question)
    case 'month':
      return monthView(seat, question.month)
    case 'machines':
      return machinesView(seat)
    case 'roster':
      return rosterView(seat, whole.hall)
    case 'backup':
      return backupView(seat)
    case 'recovery':
      return seat.recovery
    case 'pairing':
      return seat.pairing?.view() ?? { isPaired: true, machine: seat.machine, found: [], isBusy: false }
    case 'invitation':
      return managesMachines(seat) ? seat.pairing?.invitation() : undefined
    case 'manualDesk':
      return manual.manualDeskView(seat)
    case 'manualKinds':
      return manual.manualKindsView(seat)
    case 'manualPart':
      return manualPartView(seat, question)
    case 'amendments':
      return manual.amendmentsView(seat)
    case 'amendment':
      return manual.amendmentView(seat, question.amendment)
    case 'editions':
      return editionsView(seat)
    case 'editionDiff':
      return editionDiffView(seat, question.from, question.to)
    case 'kindHistory':
      return kindHistoryView(seat, question.code)
    case 'compare':
      return compareView(seat, question.code, question.edition)
    case 'news':
      return newsView(seat)
    case 'readers':
      return readersView(seat, question.edition)
    case 'proposals':
      return proposalsView(seat, question.code)
    case 'use':
      // How often a kind is used is a number, also for who sees no petition.
      return useView(mayAsk(whole, question.of) ? whole : seat, question.code)
    case 'tellable': {
      const content = seat.manualOf?.(undefined)
      return content && tellableSearch(question.text, vocabularyOf(content))
    }
    case 'brought':
      return seat.brought?.view(question)
    case 'broughtParts':
      return seat.brought?.changes(question, question.parts) ?? []
    case 'packOut':
      return seat.brought?.packOut() ?? {}
    case 'lookup':
      return lookup(seat, question.text)
    case 'board':
      return publicViews.boardView(seat, question.board)
    case 'kiosk':
      return publicViews.kioskView(seat, question.kiosk)
    case 'slip':
      return publicViews.slipView(seat, question.touch)
  }
}

function counterView(seat: Seat): CounterView {
  const { hall, machine } = seat
  const mine = [...hall.visits.values()].filter((v) => v.counter === machine)
  const at = visitAt(hall, machine)
  const last = mine.filter((v) => v.endedAt !== undefined).toSorted(byEnd)[0]
  const clerk = personOf(seat, hall.counters.get(machine)?.clerk)
  const paused = hall.counters.get(machine)?.paused
  const cases = [...hall.cases.values()].filter((c) => c.holder === machine && c.state !== 'closed')
  return {
    hallName: hall.profile?.name ?? '',
    counter: floor.counterRef(seat, machine),
    line: seat.line,
    ...(clerk && { clerk }),
    ...(paused && { paused }),
    ...editionsNow(seat),
    hasManual: seat.hasManual?.() ?? true,
    ...(at && { visit: floor.visitView(seat, at) }),
    owed: at ? receiptDues(seat, at) : [],
    ...(last && { lastVisit: floor.visitView(seat, last) }),
    held: mine.filter(isHeld).map((v) => floor.visitView(seat, v)),
    heldElsewhere: heldElsewhere(seat),
    callsOutOfOrder: callsOutOfOrder(seat),
    usualHold: queueSettings(hall).holdMinutes,
    teams: hall.profile?.teams ?? [],
    queue: floor.queueView(seat, machine),
    cases: cases.map((c) => floor.ownCaseLine(seat, c)).toSorted(floor.byDue),
    voided: replaceable(hall.cases, seat).map(({ received: { case: id, receiptNo, title, at: receivedAt } }) => ({
      case: id,
      receiptNo,
      title,
      at: receivedAt,
    })),
    tiles: floor.tiles(seat, 'cutOff'),
    unsent: seat.unsent
      .toReversed()
      .map((e) => ({ at: e.event.at, what: e.event.type, about: aboutOf(seat, e.event) })),
    closedActs: closedActs(seat, at),
    supervisors: (hall.profile?.staff ?? [])
      .filter((s) => rolesOf(s).includes('supervisor'))
      .map(({ id, name, role }) => ({ id, name, role })),
    today: dayOf(seat.at),
  }
}

const byEnd = (a: Visit, b: Visit) => (b.endedAt ?? 0) - (a.endedAt ?? 0)

/** What an act was about, in the words of the hall: a receipt number or a printed ticket number. */
function aboutOf(seat: Seat, event: Event): string {
  const known = seat.hall.cases.get(caseIn(event) ?? '')
  if (known) return `${known.received.receiptNo} ${known.received.title}`
  const label = 'visit' in event && event.visit !== undefined ? seat.hall.visits.get(event.visit)?.label : undefined
  return label ? printedLabel(label) : ''
}

/** Asks the rules themselves which acts of the floor are not possible now. */
function closedActs(seat: Seat, at: Visit | undefined): Partial<Record<Command['type'], Refusal>> {
  const visit = at?.visit ?? ''
  const acts: Command[] = [
    ...(['callNext', 'serveWithoutTicket', 'recall', 'welcome', 'markNoShow'] as const).map((type) => ({
      type,
      visit,
    })),
    ...(['returnToQueue', 'completeVisit', 'transferVisit'] as const).map((type) => ({ type, visit })),
    { type: 'holdVisit', visit, reason: 'other' },
    { type: 'pauseCounter', reason: 'away' },
    { type: 'signOut' },
  ]
  const online = seat.line.state === 'online'
  const around = { machine: seat.machine, at: seat.at, online, unsent: () => seat.unsent }
  return Object.fromEntries(
    acts.flatMap((command) => {
      const decision = decide(seat.hall, command, around)
      // A call that may be repeated in a moment is not closed: the answer to the key says how it is then.
      return 'refused' in decision && decision.refused !== 'recallTooSoon' ? [[command.type, decision.refused]] : []
    }),
  )
}
