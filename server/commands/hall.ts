import { dirname } from 'node:path'
import { toEntry, type Row } from '../../db/log-row.ts'
import { openLog } from '../../db/log.ts'
import type { Db } from '../../db/open.ts'
import { HALL } from '../../domain/actor.ts'
import { waiting } from '../../domain/queue/queue.ts'
import { readRecord } from '../../domain/record/record.ts'
import { heldEntries, mostStrays } from '../../domain/record/strays.ts'
import type { Hall } from '../../domain/state.ts'
import { dayOf, isoOf } from '../../domain/time.ts'
import { awaitedAt } from '../invite.ts'
import { awaitedOnDisk } from '../recovery-wait.ts'
import type { CommandLine } from './command.ts'
import { hallFileOf, hallOptions, inHallFile } from './hall-file.ts'

export const hall: CommandLine = {
  name: 'hall',
  summary: 'Print the state of a hall from its data folder, whether it runs or not.',
  usage: 'hall [--data <folder>] [--key-file <file>] [--json]',
  options: {
    ...hallOptions,
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  async run({ options }) {
    const state = inHallFile(options, stateOf)
    // A hall that runs knows who has been heard since.
    const waits = state.recovering && (await awaitedAt(dirname(hallFileOf(options))))
    if (waits) state.recovering = { awaited: waits }
    console.log(options['json'] ? JSON.stringify(state) : inLines(state))
    return 0
  },
}

type State = ReturnType<typeof stateOf>

function stateOf(db: Db) {
  const log = openLog(db, HALL)
  const { hall: known } = readRecord(log)
  const awaited = awaitedOnDisk(db)
  const today = dayOf(Date.now())
  const isDayOpen = known.closedDay === undefined || known.closedDay < today
  return {
    hall: known.profile?.name ?? null,
    entries: log.lastHallSeq(),
    recovering: awaited ? { awaited } : null,
    edition: known.edition?.edition ?? null,
    openDay: isDayOpen ? today : null,
    closedDay: known.closedDay ?? null,
    waiting: waiting(known, today).length,
    openCases: [...known.cases.values()].filter((c) => c.state !== 'closed').length,
    heldEntries: heldEntries(known),
    notApplied: known.strays.length,
    lookedInto: known.checkedStrays.length,
    checks: known.checkedStrays.slice(-mostStrays).map(checkOf),
    machines: lastEntries(db),
  }
}

/** What was not applied and has been looked into: of which machine and when, and by whom; never whom it was about. */
const checkOf = ({ origin, what, at, checked }: Hall['checkedStrays'][number]) => ({
  machine: origin,
  what,
  at: isoOf(at),
  checkedBy: checked.by.clerk ?? checked.by.machine,
  checkedAt: isoOf(checked.at),
})

type LastEntry = { machine: string; entries: number; lastAt: string; last: string }

/** Every machine that has told something, with the newest thing it told; never with whom it was about. */
function lastEntries(db: Db): LastEntry[] {
  // From machine to machine by the index: a record of years is not read through.
  const next = db.prepare<[string], string | null>('SELECT min(origin) FROM log WHERE origin > ?').pluck()
  const last = db.prepare<[string], Row>('SELECT * FROM log WHERE origin = ? ORDER BY origin_seq DESC LIMIT 1')
  const found: LastEntry[] = []
  for (let machine = next.get(''); typeof machine === 'string'; machine = next.get(machine)) {
    const row = last.get(machine)
    if (!row) continue
    const { originSeq, event } = toEntry(row)
    found.push({ machine, entries: originSeq, lastAt: isoOf(event.at), last: event.type })
  }
  return found.toSorted((a, b) => a.machine.localeCompare(b.machine, 'en', { numeric: true }))
}

function inLines({ machines, checks, recovering, ...state }: State): string {
  const waits = recovering ? `decides nothing; waits for ${recovering.awaited.join(', ')} (end-recovery)` : null
  const facts = Object.entries({ ...state, recovering: waits }).map(
    ([name, value]) => `${name.padEnd(12)} ${value ?? '-'}`,
  )
  const rows = machines.map((m) => `  ${m.machine.padEnd(14)} ${m.lastAt}  ${m.last} (${m.entries})`)
  const looked = checks.map((c) => `  ${c.machine.padEnd(14)} ${c.at}  ${c.what}, ${c.checkedBy} ${c.checkedAt}`)
  return [...facts, 'machines', ...rows, ...(looked.length > 0 ? ['looked into', ...looked] : [])].join('\n')
}
