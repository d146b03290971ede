import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readManual } from '../../db/manual/manual-folder.ts'
import { invitationText } from '../../domain/machine/invitation.ts'
import { ticketKey } from '../../domain/queue/ticket.ts'
import { dayOf, MINUTE } from '../../domain/time.ts'
import { inviteHere } from '../../server/invite.ts'
import { openKiosk } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { testPassword } from '../support/people.ts'
import { unlessStopped } from '../support/stopping.ts'
import { DayClock } from './clock.ts'
import { workAt, type Floor } from './counter.ts'
import { Door } from './door.ts'
import { Ledger, shownFigures } from './ledger.ts'
import { Memory } from './memory.ts'
import { Pc, Pcs } from './pcs.ts'
import { makeScript, type Visitor } from './script.ts'

type DayResult = {
  visitors: number
  served: number
  doubleCalls: number
  /** Visitors of whom the record says otherwise than what was done with them, and PCs whose record is another. */
  lost: number
  expired: number
  /** Figures of the product that differ from those counted by hand. */
  statisticsDiffer: number
}
type DayReport = DayResult & {
  refused: string[]
  differ: string[]
  /** Bytes of each process at the beginning and at the end, and those that grew in between. */
  rss: { [process: string]: number[] }
  grown: string[]
}
type Options = {
  visitors: number
  counters: number
  seed: number
  rate: number
  /** Hears now and then how far the day is. */
  tell?: (line: string) => void
  /** Ends the day: it fails, and what it began is cleared away. */
  stop?: AbortSignal
}

/** Milliseconds after which a day is given up. */
const longest = 8 * 3_600_000
const boards = 4
/** Milliseconds of the day between two looks at the memory. */
const lookEvery = 5 * MINUTE
const perProcess = 6

/** Plays a day against real processes: a hall, its counters and its supervisor, two kiosks and four boards. */
export async function playDay(options: Options): Promise<DayReport> {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-day-'))
  const ends: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
  try {
    return await unlessStopped(
      playIn(folder, (end) => void ends.push(end), options),
      options.stop,
    )
  } finally {
    for (const end of ends.toReversed()) await end()
  }
}

type OnEnd = (end: () => unknown) => void

async function playIn(folder: string, onEnd: OnEnd, { visitors, counters, seed, rate, tell }: Options) {
  const clock = new DayClock(folder)
  const { nodeArguments, environment } = clock
  const starting = startHall({ data: join(folder, 'hall'), nodeArguments, environment })
  // Ctrl-C is told to a hall as well: it may have ended before it was ready.
  onEnd(() =>
    starting.then(
      (hall) => hall.stop(),
      () => {},
    ),
  )
  const hall = await starting
  const machines = ['supervisor', ...Array.from({ length: counters }, (_, i) => `counter-${i + 1}`)]
  const homes = Array.from({ length: Math.ceil(machines.length / perProcess) }, () => new Pcs(folder, clock))
  for (const home of homes) onEnd(() => home.stop())
  const pcs = machines.map((m, i) => new Pc(homes[Math.floor(i / perProcess)] ?? new Pcs(folder, clock), m))
  for (const pc of pcs) await openPc(pc, hall.data, clock)
  const [supervisor, ...desks] = pcs
  if (!supervisor) throw new Error('nobody supervises')
  const doors = [0, 1].map(() => new Door(() => openKiosk(onEnd, hall.socket)))
  const seen: number[] = []
  for (let i = 0; i < boards; i++) {
    const { desk } = await openKiosk(onEnd, hall.socket)
    desk.watch({ of: 'board' }, (view) => void (seen[i] = view.updatedAt))
  }
  const memory = new Memory(['hall', ...homes.map((_, i) => `PCs ${i + 1}`)], async () => [
    rssOf(hall.pid),
    ...(await Promise.all(homes.map((home) => home.rss()))),
  ])
  await memory.look()
  clock.goFaster(rate, [hall.pid, ...homes.map((h) => h.pid)])
  const ledger = new Ledger()
  const opensAt = clock.now()
  const comes = (visitor: Visitor) => visitorComes(visitor, { doors, clock, ledger, desk: desks[0], opensAt })
  const script = makeScript(visitors, counters, seed)
  const isDone = () => isAllDone(ledger, script) || clock.now() > opensAt + longest
  const floor: Floor = { clock, ledger, handedOn: [], kind: fixedTermKind(), isOver: isDone }
  const progress = setInterval(() => tell?.(progressOf(ledger, clock.now() - opensAt)), 15_000)
  onEnd(() => clearInterval(progress))
  // A process that has fallen is missed by whoever works at it.
  const looking = setInterval(() => void memory.look().catch(() => {}), lookEvery / rate)
  onEnd(() => clearInterval(looking))
  const inTime = script.filter((v) => v.does !== 'late').map(comes)
  await Promise.all([...inTime, ...desks.map((pc) => workAt(pc, desks, floor))])
  await Promise.all(script.filter((v) => v.does === 'late').map((v) => comes({ ...v, comesAt: 0 })))
  clearInterval(looking)
  await memory.look()

  const differ = await unlike(ledger, supervisor, script)
  const overview = await supervisor.until({ of: 'overview' }, (v) => v.queue.waiting === ledger.figures()['waiting'])
  if (overview.closing.live.length !== overview.queue.waiting + overview.queue.missing.length)
    differ.push('the list of live tickets')
  const closed = await supervisor.submit({ type: 'closeDay', day: dayOf(clock.now()) })
  if (closed !== 'done') ledger.refused.push(`closeDay ${JSON.stringify(closed)}`)
  const lost = await lostOf(ledger, pcs)
  const { expired } = await supervisor.standing()
  const isEach = expired.every((t) => ledger.lines.get(t)?.visitor.does === 'late')
  if (!isEach) differ.push('who expired')
  return {
    visitors,
    served: ledger.count((l) => l.completed),
    doubleCalls: ledger.doubleCalls,
    lost,
    expired: expired.length,
    statisticsDiffer: differ.length,
    differ,
    refused: ledger.refused,
    rss: memory.ends(),
    grown: memory.grown(),
  }
}

function progressOf(ledger: Ledger, gone: number): string {
  const { issued, completed, waiting } = ledger.figures()
  const minutes = Math.round(gone / MINUTE)
  return `${minutes} min: ${issued} issued, ${waiting} wait, ${completed} done, ${ledger.refused.length} refused`
}

async function openPc(pc: Pc, data: string, clock: DayClock): Promise<void> {
  const invited = await inviteHere(data, pc.machine, clock.now())
  if (typeof invited === 'string') throw new Error(invited)
  const paired = await pc.open(invitationText(invited))
  if (paired !== 'done') throw new Error(`${pc.machine} is not paired: ${JSON.stringify(paired)}`)
  await pc.until({ of: 'setup' }, (v) => v.ready && v.line.state === 'online')
  const clerk = pc.machine === 'supervisor' ? 'supervisor-1' : pc.machine.replace('counter', 'clerk')
  const outcome = await pc.submit({ type: 'enter', clerk, password: testPassword })
  if (outcome !== 'done') throw new Error(`${clerk} cannot sign in: ${JSON.stringify(outcome)} at ${clock.now()}`)
  if (pc.machine !== 'supervisor') await pc.until({ of: 'contents' }, (v) => v.length > 0)
}

type Coming = { doors: Door[]; clock: DayClock; ledger: Ledger; desk: Pc | undefined; opensAt: number }

async function visitorComes(visitor: Visitor, { doors, clock, ledger, desk, opensAt }: Coming): Promise<void> {
  const door = doors[visitor.kiosk]
  if (!door) throw new Error('no such kiosk')
  await clock.until(opensAt + visitor.comesAt)
  const press = { type: 'issueTicket', touch: visitor.touch, class: visitor.class } as const
  const presses = await Promise.all((visitor.doubleTap ? [press, press] : [press]).map((p) => door.press(p)))
  const slip = await door.slip(visitor.touch)
  if (!slip || presses.some((p) => p !== 'done')) {
    ledger.refused.push(`issueTicket ${JSON.stringify(presses)}`)
    return
  }
  const { label, issuedAt, estimate: told } = slip
  const line = { visitor, label, issuedAt, told, noShows: 0 }
  ledger.issue(line)
  if (visitor.does !== 'left' || !desk) return
  const left = await desk.submit({ type: 'cancelTicket', ticket: ticketKey(label), reason: 'visitorLeft' })
  // Who is called by then does not come.
  if (left === 'done') Object.assign(line, { cancelled: true })
}

/** Whether nobody of the script is still to be served; who comes late is not. */
function isAllDone(ledger: Ledger, script: readonly Visitor[]): boolean {
  const expected = script.filter((v) => v.does !== 'late').length
  const isOver = ledger.count((l) => l.completed || l.cancelled || (l.noShows > 0 && l.visitor.does !== 'back'))
  return ledger.refused.length > 20 || isOver >= expected
}

/** A kind whose petitioner may go after the receipt. */
function fixedTermKind(): string {
  const manual = readManual(join(import.meta.dirname, '../../manual'))
  if ('faults' in manual) throw new Error('the manual has faults')
  const kind = manual.content.kinds.find((k) => k.period?.unit === 'days' && k.period.value >= 5 && !k.priorReview)
  if (!kind) throw new Error('no kind of several days')
  return kind.code
}

/** The figures of the supervisor's screen and of the register that differ from those by hand. */
async function unlike(ledger: Ledger, supervisor: Pc, script: readonly Visitor[]): Promise<string[]> {
  const hand = ledger.figures()
  const overview = await supervisor.until({ of: 'overview' }, (v) => v.today.issued === script.length)
  const shown = shownFigures(overview)
  const today = dayOf(overview.line.state === 'online' ? overview.line.lastNewsAt : 0)
  const register = await supervisor.view({ of: 'register', first: today, last: today, which: 'petitions' })
  const rows = register?.rows.length ?? 0
  return [
    ...Object.keys(hand).flatMap((f) => (hand[f] === shown[f] ? [] : [`${f}: ${shown[f]}, by hand ${hand[f]}`])),
    ...(rows === hand['received'] ? [] : [`register: ${rows}, by hand ${hand['received']}`]),
  ]
}

/** Tickets that the record does not have, and PCs that have not the same record or not told all of theirs. */
async function lostOf(ledger: Ledger, pcs: readonly Pc[]): Promise<number> {
  let standings = await Promise.all(pcs.map((pc) => pc.standing()))
  // The close of the day is on its way to some of them.
  for (let i = 0; i < 50 && new Set(standings.map((s) => s.hash)).size > 1; i++) {
    await new Promise((go) => setTimeout(go, 200))
    standings = await Promise.all(pcs.map((pc) => pc.standing()))
  }
  const [first] = standings
  const tickets = new Set(first?.tickets)
  const missing = [...ledger.lines.keys()].filter((key) => !tickets.has(key)).length
  const others = standings.filter((s) => s.hash !== first?.hash || s.unsent > 0).length
  return missing + others + ledger.refused.length
}

/** Bytes that a process keeps in memory (Linux); 0 where that is not known. */
function rssOf(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1])
    return pages * 4096
  } catch {
    return 0
  }
}
