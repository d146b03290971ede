import { beforeEach, expect, test, vi } from 'vitest'
import { voicePack } from '../../domain/queue/announcement.ts'
import { said } from '../../renderer/board/use-announced.ts'
import { openVoice } from '../../renderer/board/voice.ts'
import { today } from '../support/floor.ts'

/** A board whose voice does not come: the numbers go on. */

const call = { label: { day: today, series: '가', number: 7 }, counter: 3, at: 0 } as const

/** What the page of a board has of a browser's sound; `clips` counts those that were played. */
function soundingPage() {
  let started = 0
  class Context {
    state = 'running'
    currentTime = 0
    destination = {}
    decodeAudioData = () => Promise.resolve({ duration: 0.5 })
  }
  class Node {
    connect = () => this
    start = () => {}
    stop = () => {}
  }
  class Gain extends Node {
    gain = { setValueAtTime: () => {}, linearRampToValueAtTime: () => {}, exponentialRampToValueAtTime: () => {} }
  }
  class Clip extends Node {
    override start = () => void (started += 1)
  }
  const page = { AudioContext: Context, OscillatorNode: Node, GainNode: Gain, AudioBufferSourceNode: Clip }
  for (const [name, value] of Object.entries(page)) vi.stubGlobal(name, value)
  return { clips: () => started }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('window', globalThis)
  return () => void vi.useRealTimers()
})

test('a clip that never arrives leaves the chime alone, and the next number is said three seconds later', async () => {
  const page = soundingPage()
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const heard = openVoice().say(call)
  await vi.advanceTimersByTimeAsync(3_100)
  await heard
  expect(page.clips()).toBe(0)
})

test('a clip is asked for with an end of its own, and one that failed is asked for again', async () => {
  const page = soundingPage()
  const asked: (AbortSignal | null | undefined)[] = []
  vi.stubGlobal('fetch', (_address: string, how?: RequestInit) => {
    asked.push(how?.signal)
    if (asked.length === 1) return Promise.reject(new Error('timeout'))
    return Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) })
  })
  const voice = openVoice()
  const first = voice.say(call)
  await vi.advanceTimersByTimeAsync(3_100)
  await first
  expect(page.clips()).toBe(0)
  const second = voice.say(call)
  await vi.advanceTimersByTimeAsync(6_000)
  await second
  expect(page.clips()).toBe(4)
  expect(asked).toHaveLength(5)
  for (const signal of asked) expect(signal).toBeInstanceOf(AbortSignal)
})

const clip = () => Promise.resolve({ ok: true, arrayBuffer: () => Promise.resolve(new ArrayBuffer(1)) })

test('a board that has fetched its voice says every number also while the hall is slow', async () => {
  const page = soundingPage()
  vi.stubGlobal('fetch', clip)
  const voice = openVoice()
  await voice.fetchAll()
  vi.stubGlobal('fetch', () => new Promise(() => {}))
  const heard = voice.say(call)
  await vi.advanceTimersByTimeAsync(6_000)
  await heard
  expect(page.clips()).toBe(4)
})

test('where there is no voice a board does not go on asking for it', async () => {
  soundingPage()
  const asked = vi.fn<() => Promise<object>>(() => Promise.resolve({ ok: false, status: 404 }))
  vi.stubGlobal('fetch', asked)
  await openVoice().fetchAll()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked).toHaveBeenCalledOnce()
})

test('a board whose line comes and goes asks for no clip twice', async () => {
  soundingPage()
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return clip()
  })
  const voice = openVoice()
  await Promise.all([voice.fetchAll(), voice.fetchAll()])
  expect(asked).toHaveLength(voicePack().size)
})

test('one clip that comes too late leaves the others, and is asked for again after a minute', async () => {
  soundingPage()
  const asked: string[] = []
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address)
    return asked.length === 3 ? Promise.reject(new Error('timeout')) : clip()
  })
  await openVoice().fetchAll()
  expect(asked).toHaveLength(voicePack().size)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked).toHaveLength(voicePack().size + 1)
  expect(asked.at(-1)).toBe(asked[2])
})

test('an announcement that does not end holds up no other for longer than twelve seconds', async () => {
  const ended: string[] = []
  void said({ say: () => new Promise(() => {}) }, call).then(() => ended.push('hung'))
  await vi.advanceTimersByTimeAsync(11_900)
  expect(ended).toEqual([])
  await vi.advanceTimersByTimeAsync(200)
  expect(ended).toEqual(['hung'])
})
