import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import type { Core } from '../../electron/desk-core.ts'
import { catchUpPeers, type Round } from './catch-up-peers.ts'
import { catchUpInOneProcess } from './limits.ts'
import { coreIn, hasManual, isDone, isOnline } from './pc.ts'
import { median, ratio, timed, type Figures, type Row } from './row.ts'

const rounds = 4
const events = 2000
/** Of the peers' events; the product's own are as its commands make them. */
const bytes = 530

export const catchUp: readonly Row[] = [
  {
    name: 'sync: A catch-up of 2,000 events',
    goals: [
      { of: 'own / one process', most: 3 },
      { of: 'own / changesets', most: 1.3 },
      { of: 'PouchDB / own', least: 6 },
      { of: 'Yjs / own', least: 2.5 },
      { of: 'RxDB / own', least: 2.5 },
      { of: 'PostgreSQL / own', least: 1 },
    ],
    measure: measureCatchUp,
  },
]

/**
 * A counter that was without a line has decided 2,000 things on 150 cases and comes back; then another that was away
 * hears them. Until all of them are on the disk of the hall, as the first knows, and in the record of the second, whose
 * disk has news within three seconds. The first round warms up.
 */
async function measureCatchUp(folder: string): Promise<Figures> {
  const own = await ownRounds(folder)
  const limit = catchUpInOneProcess(join(folder, 'limit'))
  const peers = await catchUpPeers(folder, events, bytes)
  const times: { [name: string]: number[] } = {}
  for (let round = 0; round <= rounds; round++) {
    const work: { [name: string]: Round | undefined } = { own: await own.prepare(round), limit: async () => limit() }
    for (const [name, peer] of Object.entries(peers))
      work[name] = 'missing' in peer ? undefined : await peer.round(round)
    for (const [of, run] of Object.entries(work)) if (run) (times[of] ??= []).push(await timed(run))
  }
  await own.stop()
  const warm = (name: string) => median((times[name] ?? []).slice(1))
  const figures: Figures = {
    'own, first': Math.round(times['own']?.[0] ?? 0),
    own: warm('own'),
    'one process': warm('limit'),
  }
  figures['own / one process'] = ratio(warm('own'), warm('limit'))
  for (const [name, peer] of Object.entries(peers)) {
    if ('missing' in peer) figures[name] = peer.missing
    else {
      await peer.stop()
      figures[name] = warm(name)
      // Of the lower bound its goal tells how much longer ours may take.
      const isBound = name === 'changesets'
      figures[isBound ? `own / ${name}` : `${name} / own`] = isBound
        ? ratio(warm('own'), warm(name))
        : ratio(warm(name), warm('own'))
    }
  }
  return figures
}

/** A hall with one counter that hears, and one that decides anew for each round. */
async function ownRounds(folder: string) {
  const hall = await startHall()
  const hearer = await paired(coreIn(folder, 'supervisor'), hall.data, 'supervisor')
  hearer.link.close()
  const open: Core[] = [hearer]
  return {
    async prepare(round: number): Promise<Round> {
      const machine = `counter-${round + 1}`
      const core = await paired(coreIn(folder, machine), hall.data, machine)
      open.push(core)
      await enter(core.desk, `clerk-${round + 1}`)
      await settled(core)
      core.link.close()
      await act(core, machine)
      return async () => {
        core.link.open()
        await settled(core)
        hearer.link.open()
        // Not by the teller's last place: it may not have heard its own yet.
        const all = core.kept.log.lastOriginSeq(machine)
        await until(() => hearer.kept.log.lastOriginSeq(machine) >= all)
        hearer.link.close()
        core.link.close()
      }
    },
    async stop() {
      for (const core of open) core.close()
      await hall.stop()
    },
  }
}

async function paired(core: Core, data: string, machine: string): Promise<Core> {
  await core.link.pairBy(await invitation(data, machine))
  core.link.open()
  await isOnline(core)
  await hasManual(core)
  return core
}

const text = '신청인이 가져온 서류를 확인하고 빠진 것을 안내함. '.repeat(4)

async function act(core: Core, machine: string): Promise<void> {
  for (let i = 0; i < events; i++) {
    const on = { case: `${machine}-${i % 150}` }
    if (i < 150)
      isDone(await core.desk.submit({ ...on, type: 'receiveCase', kind: 'QUA-01', petitioner: { name: '김영수' } }))
    else isDone(await core.desk.submit({ ...on, type: 'addNote', text }))
  }
}

const settled = (core: Core): Promise<void> =>
  until(() => core.end.line().state === 'online' && core.end.line().unsent === 0)

function until(isSo: () => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  const timer = setInterval(() => isSo() && resolve(), 2)
  return promise.finally(() => clearInterval(timer))
}
