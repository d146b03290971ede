import { isAtWork } from '../../domain/case/case-standing.ts'
import { printedLabel } from '../../domain/queue/ticket.ts'
import type { HeldLine, OverviewView, TileView } from '../../domain/views/views.ts'
import { clock, date, duration, minutesBetween, moment } from '../common/format.ts'
import { ClockIcon, NoLineIcon, PaperIcon, PauseIcon, QuestionIcon, WarningIcon, type Icon } from '../common/icons.tsx'
import type { SupervisorWords } from '../text/supervisor.ts'
import type { Language, Words } from '../text/text.ts'
import { lastTime } from './due-mark.ts'
import { byDue, casesOf, isCutOff, isOverdue, nameOf, openCases, tileOf } from './facts.ts'
import { go } from './manual/place.ts'
import { goTo, open } from './place.ts'

type TrayItem = {
  key: string
  tone: 'bad' | 'warn'
  icon: Icon
  kind: string
  title: string
  text: string
  act?: { name: string; run: () => void }
}
type Said = {
  words: Words
  own: SupervisorWords
  language: Language
  caseName: (kind: string, title: string) => string
}

/** Everything that waits for the supervisor, most urgent first. */
export function trayItems(view: OverviewView, now: number, said: Said): TrayItem[] {
  return [
    ...recovery(view, said),
    ...view.tiles.filter(isCutOff).map((tile) => cutOff(view, tile, now, said)),
    ...overdue(view, now, said),
    ...view.disputes.map((d) => dispute(d, said)),
    ...view.held.filter((h) => tileOf(view, h.counter.id)?.state === 'closed').map((h) => leftOnHold(h, now, said)),
    ...view.openDays.map((day) => openDay(day, said)),
    ...view.late.map((l) => late(view, l, said)),
    ...strays(view, now, said),
    ...unconfirmed(view, said),
  ]
}

/** 복구: the hall was restored from a copy, and waits for PCs that have not come. */
function recovery({ line: { awaited }, tiles }: OverviewView, { words, own }: Said): TrayItem[] {
  if (!awaited) return []
  const { tray } = own
  const name = (id: string) => {
    const tile = tiles.find((t) => t.counter.id === id)
    return tile ? words.counter(tile.counter.number) : id
  }
  return [
    {
      key: 'recovery',
      tone: 'bad',
      icon: NoLineIcon,
      kind: tray.recovery,
      title: tray.recoveryTitle(awaited.length),
      text: tray.recoveryText(awaited.map(name).join(', ')),
      act: { name: tray.recoveryAct, run: () => open({ of: 'endRecovery' }) },
    },
  ]
}

function cutOff(view: OverviewView, tile: TileView, now: number, { words, own, language }: Said): TrayItem {
  const { tray } = own
  const cases = casesOf(view, tile.counter.id).length
  const since = tile.lastHeardAt
  const silence =
    since === undefined
      ? tray.cutOffUnknown
      : tray.cutOffText(moment(since, now, language), duration(minutesBetween(since, now), language))
  const serving = tile.label ? [tray.serves(printedLabel(tile.label))] : []
  return {
    key: `cut/${tile.counter.id}`,
    tone: 'bad',
    icon: NoLineIcon,
    kind: tray.cutOff,
    title: [words.counter(tile.counter.number), ...(tile.clerk === undefined ? [] : [tile.clerk])].join(' · '),
    text: [silence, ...serving, tray.holds(cases)].join(' '),
    ...(cases > 0 && {
      act: { name: tray.seize(cases), run: () => open({ of: 'seize', holder: tile.counter.id }) },
    }),
  }
}

function overdue(view: OverviewView, now: number, { words, own, language, caseName }: Said): TrayItem[] {
  const past = openCases(view).filter(isOverdue).toSorted(byDue)
  const oldest = past[0]
  if (!oldest?.due) return []
  const { tray } = own
  return [
    {
      key: 'overdue',
      tone: 'bad',
      icon: ClockIcon,
      kind: tray.overdue,
      title: tray.overdueTitle(past.length),
      text: tray.overdueText(
        caseName(oldest.kind, oldest.title),
        nameOf(view, oldest.holder, words.counter),
        lastTime(oldest.due, now, language),
      ),
      act: { name: tray.overdueAct, run: () => goTo('due') },
    },
  ]
}

function dispute(known: OverviewView['disputes'][number], { words, own }: Said): TrayItem {
  const { tray } = own
  const who = known.visits.map((v) => `${words.counter(v.counter.number)}(${clock(v.at)})`).join(', ')
  const label = printedLabel(known.label)
  return {
    key: `dispute/${label}`,
    tone: 'warn',
    icon: WarningIcon,
    kind: tray.dispute,
    title: label,
    text: tray.disputeText(who),
    act: { name: tray.disputeAct, run: () => open({ of: 'dispute', dispute: known }) },
  }
}

/** On hold at a counter where nobody sits any more: another one has to go on. */
function leftOnHold(held: HeldLine, now: number, { words, own, language }: Said): TrayItem {
  const { tray } = own
  const label = held.label ? printedLabel(held.label) : words.floor.withoutTicket
  return {
    key: `held/${held.visit}`,
    tone: 'warn',
    icon: PauseIcon,
    kind: tray.held,
    title: `${label} · ${words.counter(held.counter.number)}`,
    text: tray.heldText(duration(minutesBetween(held.since, now), language)),
  }
}

function openDay(day: string, { own, language }: Said): TrayItem {
  const { tray } = own
  return {
    key: `day/${day}`,
    tone: 'warn',
    icon: ClockIcon,
    kind: tray.openDay,
    title: tray.openDayTitle(date(day, language)),
    text: tray.openDayText,
    act: { name: tray.openDayAct, run: () => open({ of: 'closeDay', day }) },
  }
}

function late(view: OverviewView, known: OverviewView['late'][number], { words, own, caseName }: Said): TrayItem {
  const { tray } = own
  return {
    key: `late/${known.case}`,
    tone: 'warn',
    icon: PaperIcon,
    kind: tray.late,
    title: caseName(known.kind, known.title),
    text: tray.lateText(known.acts.length, nameOf(view, known.holder, words.counter)),
    act: { name: tray.lateAct, run: () => open({ of: 'late', late: known }) },
  }
}

function strays(view: OverviewView, now: number, { words, own, language }: Said): TrayItem[] {
  const newest = view.strays.toSorted((a, b) => b.at - a.at)[0]
  if (!newest) return []
  const { tray } = own
  return [
    {
      key: 'strays',
      tone: 'warn',
      icon: QuestionIcon,
      kind: tray.stray,
      title: tray.strayTitle(view.strayCount),
      text: tray.strayText(nameOf(view, newest.origin, words.counter), moment(newest.at, now, language)),
      act: { name: tray.strayAct, run: () => open({ of: 'strays' }) },
    },
  ]
}

/** Cases that are worked on, but by no due date: nobody has confirmed how long they may take. */
function unconfirmed(view: OverviewView, { words, own, caseName }: Said): TrayItem[] {
  const cases = openCases(view).filter((c) => !c.due && isAtWork(c))
  const oldest = cases.toSorted((a, b) => a.receivedAt - b.receivedAt)[0]
  if (!oldest) return []
  const { tray } = own
  return [
    {
      key: 'unconfirmed',
      tone: 'warn',
      icon: QuestionIcon,
      kind: tray.unconfirmed,
      title: tray.unconfirmedTitle(cases.length),
      text: tray.unconfirmedText(caseName(oldest.kind, oldest.title), nameOf(view, oldest.holder, words.counter)),
      act: { name: tray.unconfirmedAct, run: () => go({ isOpen: true, tab: 'kinds' }) },
    },
  ]
}
