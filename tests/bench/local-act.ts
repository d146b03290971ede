import { join } from 'node:path'
import { startHall } from '../support/hall.ts'
import { invitation } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { bareCommit, bareDatabase } from './limits.ts'
import { coreIn, hasManual, isDone, isOnline } from './pc.ts'
import { actInPouch } from './peers/pouchdb.ts'
import { actInYjs } from './peers/yjs.ts'
import { ratio, spread, timed, type Figures, type Row } from './row.ts'

export const localActs: readonly Row[] = [
  {
    name: 'sync: D local act, offline',
    goals: [
      ...[
        { of: 'p50 / bare commit', most: 2.5 },
        { of: 'p99 / bare commit', most: 4 },
      ],
      ...[
        { of: 'PouchDB / own', least: 1.5 },
        { of: 'Yjs / own', least: 1.5 },
      ],
    ],
    measure: localAct,
  },
]

const acts = 1000

/**
 * One note on a case of a counter without a line: decided, on the disk, folded. In turns with one bare encrypted commit on
 * the same disk, and with one synced write of the peers.
 */
async function localAct(folder: string): Promise<Figures> {
  const hall = await startHall()
  const m = coreIn(folder, 'counter-1')
  await m.link.pairBy(await invitation(hall.data, 'counter-1'))
  m.link.open()
  await isOnline(m)
  await hasManual(m)
  await enter(m.desk, 'clerk-1')
  m.link.close()
  await hall.stop()
  const bare = bareDatabase(join(folder, 'bare.db'))
  const commit = bareCommit(bare)
  const peers = { PouchDB: await actInPouch(join(folder, 'pouch')), Yjs: await actInYjs(join(folder, 'yjs')) }
  const times: { [name: string]: number[] } = { own: [], bare: [], PouchDB: [], Yjs: [] }
  for (let i = 0; i < acts; i++) {
    const on = { case: `case-${Math.floor(i / 20)}` }
    const petitioner = { name: '김영수' }
    if (i % 20 === 0) isDone(await m.desk.submit({ ...on, type: 'receiveCase', kind: 'QUA-01', petitioner }))
    const command = { ...on, type: 'addNote', text: `비고 ${i}` } as const
    times['own']?.push(await timed(async () => isDone(await m.desk.submit(command))))
    times['bare']?.push(await timed(commit))
    if (i % 5 !== 0) continue
    for (const [name, peer] of Object.entries(peers))
      if ('act' in peer) times[name]?.push(await timed(() => peer.act(i)))
  }
  bare.close()
  m.close()
  const [own, limit] = [spread(times['own'] ?? []), spread(times['bare'] ?? [])]
  const figures: Figures = { ...own, acts, 'bare p50': limit.p50, 'bare p99': limit.p99 }
  figures['p50 / bare commit'] = ratio(own.p50, limit.p50)
  figures['p99 / bare commit'] = ratio(own.p99, limit.p99)
  for (const [name, peer] of Object.entries(peers)) {
    if ('missing' in peer) figures[name] = peer.missing
    else {
      await peer.close()
      const of = spread(times[name] ?? [])
      Object.assign(figures, { [`${name} p50`]: of.p50, [`${name} / own`]: ratio(of.p50, own.p50) })
    }
  }
  return figures
}
