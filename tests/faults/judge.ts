import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Finding } from '../../db/copies/verify.ts'
import { writeKeyFile, type DataKey } from '../../db/keys/data-key.ts'
import { openLog } from '../../db/log.ts'
import type { Entry } from '../../domain/record/log.ts'
import { changgu } from '../support/changgu.ts'
import { contradictions } from '../support/history-check.ts'
import type { History } from '../support/history.ts'
import { hallKeyIn, openRaw, testKey } from '../support/record.ts'

/** What a scenario leaves behind on purpose. */
export type Allowed = {
  /** Problems that `changgu verify` must name, and no others. */
  findings: { folder: string; problem: Finding['problem'] }[]
  /** Parties that do not come back. */
  dropped: Set<string>
}

type Place = { party: string; machine: string; folder: string }
type Asked = { history: History; data: string; counters: readonly Place[]; allowed: Allowed }

/** Judges what a scenario left: every data folder is sound, every record the hall's, and nobody was told what is not so. */
export function judge({ history, data, counters, allowed }: Asked): void {
  const findings = [data, ...counters.map((c) => c.folder)].flatMap((folder) =>
    verified(folder).map(({ problem }) => ({ folder, problem })),
  )
  assert.deepEqual(findings, allowed.findings, '`changgu verify` finds something else than it should')
  const record = entriesOf(data, 'hall', hallKeyIn(data))
  const found = [...contradictions(history, record), ...counters.flatMap((c) => ofMachine(c, record))]
  assert.deepEqual(found, [], 'what was told is not what is in the record')
}

/** What `changgu verify` says of a data folder. */
export function verified(folder: string): Finding[] {
  const keyFile = join(folder, 'test.key')
  const isHall = existsSync(join(folder, 'hall.key'))
  if (!isHall && !existsSync(keyFile)) writeKeyFile(keyFile, testKey)
  const ran = changgu('verify', folder, '--json', ...(isHall ? [] : ['--key-file', keyFile]))
  assert.ok(ran.status <= 1, `changgu verify ended with ${ran.status}: ${ran.stderr}`)
  return JSON.parse(ran.stdout) as Finding[]
}

/** All that a database has, in the hall's order, then what waits for a place. */
export function entriesOf(folder: string, machine: string, key: DataKey = testKey): Entry[] {
  const db = openRaw(join(folder, `${machine}.db`), key)
  try {
    return [...openLog(db, machine).after({ hallSeq: 0, ownSeq: 0 })]
  } finally {
    db.close()
  }
}

/** A machine has the hall's record as far as it goes, and nothing beside it; what is private of its own acts is what it wrote. */
function ofMachine({ party, machine, folder }: Place, record: readonly Entry[]): string[] {
  const mine = entriesOf(folder, machine)
  const wrong = mine.findIndex((e, i) => {
    const its = record[i]
    if (!its || its.origin !== e.origin || its.originSeq !== e.originSeq) return true
    return (
      !isDeepStrictEqual(its.event, e.event) || (e.origin === machine && !isDeepStrictEqual(its.private, e.private))
    )
  })
  return [
    ...(wrong === -1 ? [] : [`${party} has another entry than the hall at ${wrong + 1}`]),
    ...(mine.length < record.length ? [`${party} has ${mine.length} entries of ${record.length}`] : []),
  ]
}
