import { statSync } from 'node:fs'
import { collectDefaultMetrics, Gauge, Histogram, Registry, type HistogramConfiguration } from 'prom-client'
import type { JournaledLog } from '../db/journal/journaled.ts'
import { waiting, waitsSince } from '../domain/queue/queue.ts'
import { classes } from '../domain/queue/ticket.ts'
import { heldEntries } from '../domain/record/strays.ts'
import { dayOf } from '../domain/time.ts'
import type { OpenHall } from './hall.ts'

/** Seconds: from a quick disk to one that makes the hall wait. */
const buckets = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 5]

/** The measurements of a hall for Prometheus: numbers and the names of machines, nothing of people. */
export type HallMetrics = {
  /** The record, with each of its commits measured. */
  timed(log: JournaledLog): JournaledLog
  /** From now on what is asked for is of this hall. */
  of(hall: OpenHall): void
  /** All measurements in the text form of Prometheus. */
  text(): Promise<string>
  contentType: string
}

/** Makes the measurements of a hall; they are taken when they are asked for, only the commits as they happen. */
export function hallMetrics(now: () => number = Date.now): HallMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  let hall: OpenHall | undefined
  const registers = [registry]
  const commits = spread({
    name: 'changgu_commit_seconds',
    help: 'Time until entries are on the disk, journal included.',
    buckets,
    registers,
  })
  const entries = spread({
    name: 'changgu_commit_entries',
    help: 'Entries that were committed at once.',
    buckets: [1, 2, 5, 10, 50, 100, 500, 1000, 2000],
    registers,
  })

  /** One number, asked for when the measurements are. */
  function one(name: string, help: string, value: (of: OpenHall) => number): void {
    const gauge = new Gauge({
      name: `changgu_${name}`,
      help,
      registers: [],
      collect() {
        if (hall) this.set(value(hall))
      },
    })
    registry.registerMetric(gauge)
  }

  /** A number for each of what a label names; what is no longer there is no longer told. */
  function each(name: string, help: string, label: string, values: (of: OpenHall) => Iterable<[string, number]>): void {
    const gauge = new Gauge({
      name: `changgu_${name}`,
      help,
      registers: [],
      labelNames: [label],
      collect() {
        this.reset()
        if (hall) for (const [of, value] of values(hall)) this.set({ [label]: of }, value)
      },
    })
    registry.registerMetric(gauge)
  }

  one('sound', '1 while everything could be saved.', (h) => (h.isSound() ? 1 : 0))
  one('machines_connected', 'Machines on the line.', (h) => h.end.presence().filter((p) => p.connected).length)
  each('machine_connected', '1 while the machine is on the line.', 'machine', (h) =>
    h.end.presence().map((p) => [p.machine, p.connected ? 1 : 0]),
  )
  each('machine_heard_seconds', 'Time since the machine was last heard.', 'machine', (h) =>
    h.end.presence().map((p) => [p.machine, (now() - p.lastHeardAt) / 1000]),
  )
  each('machine_unsent_entries', 'Entries that the machine had still to tell when it was last heard.', 'machine', (h) =>
    h.end.unsent(),
  )
  one('recovering', '1 while a restored hall waits for machines and decides nothing.', (h) => (h.end.awaited() ? 1 : 0))
  each('machine_awaited', '1 while a restored hall waits for the machine.', 'machine', (h) =>
    (h.end.awaited() ?? []).map((machine) => [machine, 1]),
  )
  each('queue_length', 'Tickets that wait today.', 'class', (h) => {
    const queue = waiting(h.end.record.hall, dayOf(now()))
    return classes.map((c) => [c, queue.filter((t) => t.class === c).length])
  })
  each('queue_oldest_seconds', 'How long the oldest ticket that waits today has waited; 0 for none.', 'class', (h) => {
    const queue = waiting(h.end.record.hall, dayOf(now()))
    const at = now()
    const oldest = (c: string) =>
      Math.min(at, ...queue.filter((t) => t.class === c).map((t) => waitsSince(h.end.record.hall, t)))
    return classes.map((c) => [c, (at - oldest(c)) / 1000])
  })
  one('held_entries', 'Entries that the hall keeps and cannot apply, and nobody has looked into.', (h) =>
    heldEntries(h.end.record.hall),
  )
  one('open_cases', 'Cases that are not closed.', (h) => {
    const cases = [...h.end.record.hall.cases.values()]
    return cases.filter((c) => c.state !== 'closed').length
  })
  one('entries', 'Entries in the record.', (h) => h.end.record.lastHallSeq())
  each('record_bytes', 'Size of the record by file.', 'file', (h) => [
    ['database', sizeOf(h.kept.file)],
    ['wal', sizeOf(`${h.kept.file}-wal`)],
    ['journal', h.kept.journal.size()],
  ])
  one('copies', 'Copies in the ring.', (h) => h.kept.copies.status().count)
  one('copy_failing', '1 while copies or the journal cannot be written.', (h) =>
    h.kept.copies.status().failed ? 1 : 0,
  )
  one('copy_age_seconds', 'Time since the newest copy was begun; NaN without any.', (h) => {
    const { last } = h.kept.copies.status()
    return last ? (now() - last.at) / 1000 : Number.NaN
  })
  one('second_place_failing', '1 while the second place of the copies (--copy-to) cannot be written.', (h) =>
    h.copies.status().second?.failedAt === undefined ? 0 : 1,
  )
  one('second_place_age_seconds', 'Time since its newest copy was begun; NaN without any.', (h) => {
    const last = h.copies.status().second?.last
    return last ? (now() - last.at) / 1000 : Number.NaN
  })

  return {
    timed(log) {
      /** When what nobody has heard yet began to be written. */
      let from: number | undefined
      const done = () => {
        if (from !== undefined) commits.observe((performance.now() - from) / 1000)
        from = undefined
      }
      return {
        ...log,
        append(given, ...more) {
          from ??= performance.now()
          log.append(given, ...more)
          entries.observe(given.length)
        },
        settled: (then) =>
          log.settled((error) => {
            done()
            then(error)
          }),
        settle() {
          log.settle()
          done()
        },
      }
    },
    of: (given) => void (hall = given),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  }
}

/** How many values are counted together at most: one by one, between other work, each costs twenty times as much. */
const together = 256

/** A histogram whose values are put in many at once, at the latest when it is asked for. */
function spread(of: HistogramConfiguration<string>): { observe(value: number): void } {
  let values: number[] = []
  const count = (): void => {
    for (const value of values) histogram.observe(value)
    values = []
  }
  const histogram = new Histogram({ ...of, collect: count })
  return {
    observe(value) {
      values.push(value)
      if (values.length >= together) count()
    },
  }
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0
