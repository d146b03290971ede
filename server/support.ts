import { closeSync, existsSync, fstatSync, openSync, readdirSync, readSync, statSync, statfsSync } from 'node:fs'
import { arch, cpus, freemem, loadavg, platform, release, totalmem, uptime } from 'node:os'
import { join } from 'node:path'
import { copiesFolder } from '../db/copies/copies.ts'
import { verifyFolder, type Finding, type Told } from '../db/copies/verify.ts'
import { diagnosticsFolder } from '../db/diagnostics.ts'
import { journalFolder } from '../db/journal/journal.ts'
import type { DatabaseKey } from '../db/keys/data-key.ts'
import { openForReading } from '../db/open.ts'
import { HALL } from '../domain/actor.ts'
import { foldVersion } from '../domain/hall-fold.ts'
import { protocol } from '../sync/protocol.ts'
import { doorOf } from './invite.ts'
import { awaitedOnDisk } from './recovery-wait.ts'
import { versionOfProgram } from './version.ts'

/** What goes into a bundle, by its name there, and what it is for whoever opens it. */
const bundleParts: { readonly [name: string]: string } = {
  'about.txt': '이 묶음에 든 것과 들어 있지 않은 것 · what is in this bundle, and what is not',
  'facts.json': '버전, 설정, 컴퓨터, 파일 크기 · versions, settings, the computer, sizes of files',
  'verify.json': '기록 검사 결과(종류와 건수) · what `verify` found: sorts and numbers',
  'health.json': '실행 중인 민원실 서버의 상태 · the health of a running hall server',
  'metrics.txt': '실행 중인 민원실 서버의 측정값 · the measurements of a running hall server',
  'log/': '진단 기록의 마지막 부분 · the end of the diagnostics',
}

const never =
  '들어 있지 않은 것: 열쇠, 비밀번호, 이름, 민원 내용, 기록의 항목. · Never in it: keys, passwords, names, petitions, entries of the record.'

/** Bytes of each file of diagnostics, from its end. */
const mostOfLog = 512 * 1024
/** Milliseconds; a hall that hangs is told as one that does not answer. */
const patience = 5_000

type Place = { folder: string; machine: string; key: DatabaseKey | undefined }

/** The door of a hall, as far as it can be read: a bundle is made on a machine that is ill. */
function doorIn(folder: string): ReturnType<typeof doorOf> {
  try {
    return doorOf(folder)
  } catch {
    return undefined
  }
}

/** Gathers what helps somebody far away to see what is wrong with a machine, and nothing about people. Without a key its database stays closed. */
export async function supportFiles(place: Place, now: number, told: Told = () => {}): Promise<Map<string, string>> {
  const { folder } = place
  const logs = logsIn(folder)
  const pages = doorIn(folder)?.pages
  const [health, metrics] =
    pages === undefined ? [] : await Promise.all(['/health', '/metrics'].map((p) => asked(pages + p)))
  const parts: [string, string | undefined][] = [
    ['facts.json', inJson(factsOf(place, now))],
    ['verify.json', place.key && inJson(inNumbers(verifyFolder(folder, place.key, told)))],
    ['health.json', health],
    ['metrics.txt', metrics],
    ...logs,
  ]
  const files = new Map(parts.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const])))
  return new Map([['about.txt', about([...files.keys()], now)], ...files])
}

const inJson = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`

function about(names: readonly string[], now: number): string {
  const lines = Object.entries(bundleParts).map(([name, what]) => {
    const isIn = name === 'about.txt' || names.some((one) => one.startsWith(name))
    return `${isIn ? '-' : '(없음 · not there)'} ${name}: ${what}`
  })
  return [`Changgu ${versionOfProgram()} · ${new Date(now).toISOString()}`, '', ...lines, '', never, ''].join('\n')
}

/** Of findings only how many of which sort: a detail may quote what was found. */
function inNumbers(findings: readonly Finding[]): { file: string; problem: string; count: number }[] {
  const groups = Map.groupBy(findings, ({ file, problem }) => `${file} ${problem}`)
  return [...groups.values()].flatMap((all) => {
    const [first] = all
    return first ? [{ file: first.file, problem: first.problem, count: all.length }] : []
  })
}

/** What a running hall says on its own computer; undefined if none answers. */
async function asked(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patience) })
    return await response.text()
  } catch {
    return undefined
  }
}

function factsOf({ folder, machine, key }: Place, now: number) {
  const { bavail, bsize } = statfsSync(folder)
  const [cpu] = cpus()
  return {
    at: new Date(now).toISOString(),
    machine,
    ...(machine === HALL && key && waitOf(folder, key)),
    versions: {
      changgu: versionOfProgram(),
      node: process.version,
      protocol,
      foldVersion,
      ...databaseOf(folder, machine, key),
    },
    settings: {
      keyBesideRecord: existsSync(join(folder, 'hall.key')),
      ...(doorIn(folder) && { door: portsOf(folder) }),
    },
    computer: {
      system: `${platform()} ${release()} ${arch()}`,
      cpu: cpu?.model ?? '',
      cores: cpus().length,
      load: loadavg(),
      memory: totalmem(),
      freeMemory: freemem(),
      freeDisk: bavail * bsize,
      uptime: uptime(),
    },
    sizes: {
      ...sizesIn(folder, ''),
      ...sizesIn(copiesFolder(folder), 'copies/'),
      ...sizesIn(journalFolder({ folder, machine }), `${machine}.ops/`),
      ...sizesIn(join(folder, 'pc-copies'), 'pc-copies/'),
    },
  }
}

/** The ports alone: an address says where an institution is. */
function portsOf(folder: string): { line: string; pages: string; machines: number } {
  const door = doorIn(folder)
  const portOf = (address = '') => (URL.canParse(address) ? new URL(address).port : '')
  return { line: portOf(door?.address), pages: portOf(door?.pages), machines: door?.machines.length ?? 0 }
}

function databaseOf(folder: string, machine: string, key: DatabaseKey | undefined) {
  if (key === undefined) return { database: 'closed' }
  try {
    const opened = openForReading(join(folder, `${machine}.db`), key)
    if ('refused' in opened) return { database: opened.refused }
    const { db } = opened
    try {
      const number = (pragma: string) => Number(db.pragma(pragma, { simple: true }))
      const entries = db.prepare<[], number>('SELECT count(*) FROM log').pluck().get()
      return { database: number('user_version'), sqlite: sqliteOf(db), pages: number('page_count'), entries }
    } finally {
      db.close()
    }
  } catch {
    return { database: 'unreadable' }
  }
}

/** Whether a restored hall waits, and for whom; nothing where that cannot be read. */
function waitOf(folder: string, key: DatabaseKey): { recovering?: { awaited: string[] } } {
  try {
    const opened = openForReading(join(folder, `${HALL}.db`), key)
    if ('refused' in opened) return {}
    try {
      const awaited = awaitedOnDisk(opened.db)
      return awaited ? { recovering: { awaited } } : {}
    } finally {
      opened.db.close()
    }
  } catch {
    return {}
  }
}

const sqliteOf = (db: { prepare(sql: string): { get(): unknown } }): unknown =>
  Object.values(db.prepare('SELECT sqlite_version()').get() ?? {})[0]

/** Files of ours by name and size; what somebody else has put there is only counted. */
function sizesIn(folder: string, before: string): { [name: string]: number } {
  if (!existsSync(folder)) return {}
  const sizes: { [name: string]: number } = {}
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isFile()) continue
    const name = /^[a-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(entry.name) ? entry.name : '(other)'
    sizes[before + name] =
      (sizes[before + name] ?? 0) + (statSync(join(folder, entry.name), { throwIfNoEntry: false })?.size ?? 0)
  }
  return sizes
}

function logsIn(folder: string): [string, string][] {
  const place = diagnosticsFolder(folder)
  if (!existsSync(place)) return []
  return readdirSync(place)
    .filter((name) => /^[a-z0-9-]+\.log(\.1)?$/.test(name))
    .map((name) => [`log/${name}`, endOf(join(place, name)).replaceAll(addresses, '')])
}

/** Told by a fact of the diagnostics: it says where an institution is. */
const addresses = /,"address":"(?:[^"\\]|\\.)*"/g

/** The last whole lines of a file. */
function endOf(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const { size } = fstatSync(handle)
    const bytes = Buffer.alloc(Math.min(size, mostOfLog))
    const read = readSync(handle, bytes, 0, bytes.length, size - bytes.length)
    const text = bytes.subarray(0, read).toString('utf8')
    return size > mostOfLog ? text.slice(text.indexOf('\n') + 1) : text
  } finally {
    closeSync(handle)
  }
}
