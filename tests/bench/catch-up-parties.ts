import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Core } from '../../electron/desk-core.ts'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { catchUpInOneProcess } from './limits.ts'
import { coreIn, hasManual, isDone, isOnline, until } from './pc.ts'
import { changesetServer } from './peers/changesets.ts'
import { outboxToPostgres } from './peers/outbox.ts'
import { pouchServer } from './peers/pouchdb.ts'
import { rxServer } from './peers/rxdb.ts'
import { yjsServer } from './peers/yjs.ts'
import type { Parties, Party, Round } from './turns.ts'

const events = 2000
/** Of the peers' events; the product's own are as its commands make them. */
const bytes = 530

const named = (round: number): string => `round-${round}`
type Named = { exchange(name: string, count: number, bytes: number): Promise<Round> | Round; stop(): Promise<void> }
type Numbered = {
  exchange(number: number, count: number, bytes: number): Promise<Round> | Round
  stop(): Promise<void>
}
const byName = (peer: Named | { missing: string }): Party | { missing: string } =>
  'missing' in peer ? peer : { round: (n) => peer.exchange(named(n), events, bytes), stop: peer.stop }
const byNumber = (peer: Numbered | { missing: string }): Party | { missing: string } =>
  'missing' in peer ? peer : { round: (n) => peer.exchange(n, events, bytes), stop: peer.stop }

/** Who catches up: the product, what one process allows at most, and the peers. */
export const parties: Parties = {
  own: ownCatchUp,
  async 'one process'(folder) {
    const limit = catchUpInOneProcess(folder)
    return { round: () => limit, stop: async () => {} }
  },
  PouchDB: async (folder) => byName(await pouchServer(folder)),
  Yjs: async (folder) => byName(await yjsServer(folder)),
  RxDB: async (folder) => byName(await rxServer(folder)),
  PostgreSQL: async (folder) => byNumber(await outboxToPostgres(folder)),
  changesets: async (folder) => byNumber(await changesetServer(folder)),
}

/**
 * A hall with one PC that hears, and one that decides anew for each round. It hears nothing more once the hall has its
 * acts: in a hall it would do that on a processor of its own while the other hears.
 */
async function ownCatchUp(folder: string): Promise<Party> {
  mkdirSync(folder, { recursive: true })
  const hall = await startHall({ data: join(folder, 'hall') })
  const hearer = await paired(coreIn(folder, 'supervisor'), hall.data, 'supervisor')
  hearer.link.close()
  const open: Core[] = [hearer]
  return {
    async round(number): Promise<Round> {
      const machine = `counter-${number + 1}`
      const core = await paired(coreIn(folder, machine), hall.data, machine)
      open.push(core)
      await enter(core.desk, `clerk-${number + 1}`)
      await settled(core)
      core.link.close()
      await act(core, machine)
      return async () => {
        core.link.open()
        await settled(core)
        core.link.close()
        hearer.link.open()
        const all = core.kept.log.lastOriginSeq(machine)
        await until(() => hearer.kept.log.lastOriginSeq(machine) >= all)
        hearer.link.close()
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
