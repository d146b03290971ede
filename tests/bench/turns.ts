import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { syncPeersHere } from './install.ts'
import { median } from './row.ts'

/** One round of what is compared, ready to be run and timed. */
export type Round = () => Promise<unknown> | void
/** Who takes part: a round is prepared, and then run. */
export type Party = { round(number: number): Promise<Round> | Round; stop(): Promise<void> }
/** All who take part, each to be opened in a folder of its own; or why it cannot be. */
export type Parties = { readonly [name: string]: (folder: string) => Promise<Party | { missing: string }> }

export type ToParty = 'begin' | { prepare: number } | 'run' | 'stop'
export type FromParty = { missing: string } | 'ready' | { took: number }

/** Rounds that warm up before those that count. */
const warming = 5
const counting = 5
/** Milliseconds in which what one has left behind, as a compaction or a checkpoint, ends before the next has its turn. */
const calm = 1000

/** What the rounds of one took: the first, and the median of those that count; or why there are none. */
export type Played = { first: number; median: number } | { missing: string }

/**
 * Rounds of the parties that a file exports as `parties`, in turns that begin with another in each round. Each lives in a
 * process of its own, so that nobody's memory is another's to clean up, as no two machines of a hall share one.
 */
export async function inTurns(file: string, names: readonly string[], folder: string): Promise<Map<string, Played>> {
  // Here, for all of them.
  syncPeersHere()
  const played = new Map<string, Played>()
  const open = new Map<string, { child: ChildProcess; times: number[] }>()
  for (const name of names) {
    const child = fork(join(import.meta.dirname, 'turns-party.ts'), [file, name, join(folder, name)])
    open.set(name, { child, times: [] })
    await tell(name, 'begin')
  }
  for (let round = 0; round < warming + counting; round++) {
    for (const name of open.keys()) await tell(name, { prepare: round })
    const all = [...open.keys()]
    for (const name of [...all.slice(round % all.length), ...all.slice(0, round % all.length)]) {
      await new Promise((go) => setTimeout(go, calm))
      await tell(name, 'run')
    }
  }
  for (const [name, { child, times }] of open) {
    child.send('stop' satisfies ToParty)
    await once(child, 'exit')
    played.set(name, { first: Math.round(times[0] ?? 0), median: median(times.slice(warming)) })
  }
  return played

  /** One who cannot take part, or falls, is named in its place and costs the others nothing. */
  async function tell(name: string, what: ToParty): Promise<void> {
    const party = open.get(name)
    if (!party) return
    const said = await told(party.child, what).catch((error: Error) => ({ missing: `failed: ${error.message}` }))
    if (said === 'ready') return
    if ('took' in said) return void party.times.push(said.took)
    open.delete(name)
    played.set(name, said)
    if (party.child.connected) party.child.disconnect()
  }
}

function told(child: ChildProcess, what: ToParty): Promise<FromParty> {
  const answer = heard(child)
  child.send(what)
  return answer
}

async function heard(child: ChildProcess): Promise<FromParty> {
  const gone = new AbortController()
  const ended = once(child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error('its process has ended before its work')
  })
  const said = once(child, 'message').then(([message]) => message as FromParty)
  try {
    return await Promise.race([said, ended])
  } finally {
    ended.catch(() => {})
    gone.abort()
  }
}
