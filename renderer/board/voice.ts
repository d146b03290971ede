import { clipsOf, voicePack } from '../../domain/queue/announcement.ts'
import type { Call } from '../../domain/views/view-public.ts'
import { sound } from '../common/tone.ts'

/** The sound of the board: a chime of its own, and clips of the hall's voice. Nothing comes from elsewhere. */

export type Voice = {
  /** Says a call: the chime, then the clips that there are; resolves when it has been said. */
  say(call: Pick<Call, 'label' | 'counter'>): Promise<void>
  chime(): Promise<void>
  /** Fetches every clip before it is called for, so that no number waits for the hall; ends where there is no voice. */
  fetchAll(): Promise<void>
  /** Whether the browser lets the page sound. */
  isBlocked(): boolean
  /** After a touch or a key a page may sound. */
  wake(): Promise<void>
  /** The clips that are missing or cannot be played. */
  check(tell: (done: number, of: number) => void): Promise<string[]>
}

/** The two tones of the chime: frequency in hertz, and when it begins in seconds. */
const tones = [
  [784, 0],
  [587, 0.35],
] as const
const chimeLasts = 1.1
/** Seconds that a clip is waited for: who is called stands on the board already, and the next one waits. */
const patience = 3
/** Milliseconds after which the clips are asked for that did not come. */
const againMs = 60_000

/** A clip as it came, or why it did not: the hall has none, or did not answer. */
type Fetched = ArrayBuffer | 'absent' | 'late'

export function openVoice(): Voice {
  const context = new AudioContext()
  /** As they come from the hall: a few kilobytes each, where a clip that is ready to play takes a hundred. */
  const fetched = new Map<string, Promise<Fetched>>()
  const clips = new Map<string, Promise<AudioBuffer | undefined>>()

  const fetchOne = (name: string): Promise<Fetched> => {
    const known = fetched.get(name) ?? load(name)
    fetched.set(name, known)
    void known.then((got) => got instanceof ArrayBuffer || fetched.delete(name))
    return known
  }

  const ready = async (name: string): Promise<AudioBuffer | undefined> => {
    const bytes = await fetchOne(name)
    try {
      // What is made ready takes its bytes away.
      return bytes instanceof ArrayBuffer ? await context.decodeAudioData(bytes.slice(0)) : undefined
    } catch {
      // It may have been cut off on its way.
      fetched.delete(name)
      return undefined
    }
  }

  const clip = (name: string): Promise<AudioBuffer | undefined> => {
    const known = clips.get(name) ?? ready(name)
    clips.set(name, known)
    // What could not be had is asked for again the next time.
    void known.then((buffer) => buffer ?? clips.delete(name))
    return known
  }

  let run: Promise<void> | undefined
  let again: number | undefined

  /** Every clip once; what did not come is tried again, until all have. Without the first there is no voice. */
  const runAll = async (): Promise<void> => {
    window.clearTimeout(again)
    let isWhole = true
    for (const [i, name] of [...voicePack().keys()].entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other: a hall's server has more to do
      const got = await fetchOne(name)
      if (got === 'absent' && i === 0) return
      // What the hall does not have will not come by asking.
      if (got === 'late') isWhole = false
    }
    if (!isWhole) again = window.setTimeout(() => void fetchAll(), againMs)
  }

  const fetchAll = (): Promise<void> => {
    run ??= runAll().finally(() => {
      run = undefined
    })
    return run
  }

  const chime = async (): Promise<void> => {
    if (context.state !== 'running') return
    for (const [frequency, at] of tones)
      sound(context, { frequency, at: context.currentTime + at, volume: 0.3, seconds: 0.75 })
    await sleep(chimeLasts)
  }

  return {
    chime,
    fetchAll,
    async say(call) {
      if (context.state !== 'running') return
      const wanted = Promise.race([Promise.all(clipsOf(call).map(clip)), sleep(patience).then((): undefined[] => [])])
      await chime()
      const found = await wanted
      // Half a sentence would mislead: without all clips, or where they come too late, the chime alone is heard.
      if (found.length === 0 || found.includes(undefined)) return
      let at = context.currentTime + 0.05
      for (const buffer of found) {
        if (!buffer) continue
        const source = new AudioBufferSourceNode(context, { buffer })
        source.connect(context.destination)
        source.start(at)
        at += buffer.duration + 0.04
      }
      await sleep(at - context.currentTime)
    },
    isBlocked: () => context.state !== 'running',
    wake: () => context.resume(),
    async check(tell) {
      const names = [...voicePack().keys()]
      const missing: string[] = []
      for (const [i, name] of names.entries()) {
        // One after the other: a hall's server has more to do.
        // oxlint-disable-next-line no-await-in-loop
        if (!(await clip(name))) missing.push(name)
        tell(i + 1, names.length)
      }
      return missing
    },
  }
}

async function load(name: string): Promise<Fetched> {
  try {
    const answer = await fetch(`/voice/${name}.ogg`, { signal: AbortSignal.timeout(patience * 1000) })
    if (answer.ok) return await answer.arrayBuffer()
    return answer.status === 404 ? 'absent' : 'late'
  } catch {
    return 'late'
  }
}

const sleep = (seconds: number): Promise<void> =>
  new Promise((settle) => {
    window.setTimeout(settle, seconds * 1000)
  })
