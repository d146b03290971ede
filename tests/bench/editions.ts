import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readManual } from '../../db/manual/manual-folder.ts'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { protocol } from '../../sync/protocol.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { invitation, pairedDevice, rawLine } from '../support/paired.ts'
import { testKey } from '../support/record.ts'
import type { Row } from './row.ts'

export const editionRows: readonly Row[] = [{ name: 'edition, to 18 counters', measure: measureEditions }]

const counters = 18

/** What is measured, in milliseconds from the press of the publisher; `bytes` came down one line for one edition. */
type EditionFigures = {
  published: number
  first: number
  all: number
  /** One that was away for it: from its line to the edition. */
  returned: number
  bytes: number
  kinds: number
}

/**
 * An edition of the shipped manual with one kind changed, from the press of the publisher to the last of 17 counters that
 * works by it, and to the eighteenth, which was away. Hall, sockets and disks are real; all counters share this process and its disk, which makes it slower.
 */
async function measureEditions(folder: string): Promise<EditionFigures> {
  const manual = join(mkdtempSync(join(tmpdir(), 'changgu-bench-')), 'manual')
  cpSync(join(import.meta.dirname, '../../manual'), manual, { recursive: true })
  const found = readManual(manual)
  if ('faults' in found) throw new Error('the shipped manual has faults')
  const kind = found.content.kinds[0]
  if (!kind) throw new Error('the shipped manual has no kinds')
  const { staff } = found.profile
  const [writer, publisher] = staff.filter((s) => s.role === 'supervisor')
  if (!writer || !publisher) throw new Error('the shipped hall has no two supervisors')
  const hall = await startHall({ manual })
  const pcs = await Promise.all(Array.from({ length: counters }, (_, i) => start(`counter-${i + 1}`, folder, hall)))
  const desk = await start('supervisor', folder, hall)
  await Promise.all([...pcs, desk].map(({ core }) => resultOf(core, kind.code, kind.result)))
  const away = pcs.at(-1)
  away?.cut()

  const result = `${kind.result} (개정)`
  const on = { amendment: 'bench' }
  const say = async (command: Command) => {
    const outcome = await desk.core.desk.submit(command)
    if (outcome !== 'done') throw new Error(`${command.type}: ${JSON.stringify(outcome)}`)
  }
  await say({ type: 'signIn', clerk: writer.id })
  await say({ ...on, type: 'openAmendment', title: '결과', reason: '고시' })
  const changes = [{ part: `kinds/${kind.code}`, content: JSON.stringify({ ...kind, result }) }]
  await say({ ...on, type: 'changeAmendment', changes })
  await say({ ...on, type: 'offerAmendment' })
  await say({ type: 'signOut' })
  await say({ type: 'signIn', clerk: publisher.id })
  const offeredAt = (await desk.core.desk.view({ of: 'amendment', ...on }))?.offered?.at ?? 0
  await say({ ...on, type: 'reviewAmendment', verdict: 'approved', offeredAt })
  const from = performance.now()
  const since = () => Math.round(performance.now() - from)
  const arrived = pcs.slice(0, -1).map(({ core }) => resultOf(core, kind.code, result).then(since))
  await say({ ...on, type: 'publishAmendment', effectiveDate: dayOf(Date.now()) })
  const published = since()
  const times = await Promise.all(arrived)
  const back = performance.now()
  away?.mend()
  if (away) await resultOf(away.core, kind.code, result)
  const returned = Math.round(performance.now() - back)
  const { edition } = await desk.core.desk.view({ of: 'overview' })
  // A line of the same name would be ended by the counter's own.
  for (const pc of [...pcs, desk]) pc.close()
  const bytes = await bytesOf(hall, edition?.hash ?? '')
  await hall.stop()
  rmSync(join(manual, '..'), { recursive: true })
  return {
    published,
    first: Math.min(...times),
    all: Math.max(...times),
    returned,
    bytes,
    kinds: found.content.kinds.length,
  }
}

async function start(machine: string, folder: string, hall: Hall) {
  const core = openCore({ machine, dataFolder: join(folder, 'editions', machine), key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  const { link } = core
  if (!link.isPaired()) await link.pairBy(await invitation(hall.data, machine))
  link.open()
  return { core, cut: () => link.close(), mend: () => link.open(), close: () => core.close() }
}

/** Waits until a PC says of a kind what an edition says. */
async function resultOf(core: Core, code: string, result: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const stop = core.desk.watch({ of: 'kind', code }, (kind) => kind?.result === result && resolve())
  await promise
  stop()
}

/** What one transfer brings down a line, frames without their heads. */
async function bytesOf(hall: Hall, hash: string): Promise<number> {
  const socket = await rawLine(await pairedDevice(hall.data, 'counter-1'))
  const { promise, resolve } = Promise.withResolvers<number>()
  let bytes = 0
  const fetch = (from: number) => socket.send(JSON.stringify({ say: 'fetch', hash, from }))
  socket.on('message', (data: Buffer) => {
    const part = JSON.parse(data.toString('utf8'))
    if (part.say !== 'editionPart') return
    bytes += data.length
    const next = part.from + part.content.length
    if (next < part.total) fetch(next)
    else resolve(bytes)
  })
  socket.send(JSON.stringify({ say: 'hello', protocol, machine: 'counter-1', seen: 1e9 }))
  fetch(0)
  const all = await promise
  socket.terminate()
  return all
}
