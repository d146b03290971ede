import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { clipsOf, largestSpoken, numberClips, spoken, voicePack, written } from '../../domain/queue/announcement.ts'
import type { BoardView, Call } from '../../domain/views/view-public.ts'
import { begin, hear, next } from '../../renderer/board/announce.ts'
import { today } from '../support/floor.ts'

/** What a board calls out, in which order, and with which clips. */

const call = (number: number, at: number, counter = 1): Call => ({
  label: { day: today, series: '가', number },
  counter,
  at,
})
const view = (updatedAt: number, ...calls: Call[]): BoardView => {
  const [last, ...rest] = calls.toReversed()
  return {
    hallName: '',
    calls: rest,
    waiting: 0,
    estimates: {},
    updatedAt,
    layout: 'landscape',
    voice: true,
    ...(last && { last }),
  }
}
/** The numbers that wait to be announced, in their order. */
function announced(from: ReturnType<typeof begin>): number[] {
  const { call: first, rest } = next(from)
  return first ? [first.label.number, ...announced(rest)] : []
}

describe('a board', () => {
  test('announces nothing of what was called before it opened', () => {
    expect(announced(begin(view(1000, call(1, 500), call(2, 900))))).toEqual([])
  })

  test('announces two calls of one second both, in their order, and each once', () => {
    const opened = begin(view(1000, call(1, 500)))
    const both = hear(opened, view(2000, call(1, 500), call(2, 1500), call(3, 1900)))
    expect(announced(hear(both, view(2100, call(1, 500), call(2, 1500), call(3, 1900))))).toEqual([2, 3])
  })

  test('announces a recall as a call', () => {
    const opened = begin(view(1000, call(1, 500)))
    expect(announced(hear(opened, view(9000, call(1, 8000))))).toEqual([1])
  })

  test('announces nobody who is not called any more: neither a call that comes over, nor one that waits meanwhile', () => {
    const over = (of: Call): Call => ({ ...of, isOver: true })
    const opened = begin(view(0))
    expect(announced(hear(opened, view(9000, over(call(1, 8000)))))).toEqual([])
    const both = hear(opened, view(9000, call(1, 8000), call(2, 8500)))
    expect(announced(hear(both, view(9500, over(call(1, 8000)), call(2, 8500))))).toEqual([2])
  })

  test('announces nobody whose call was taken back meanwhile, and the call before it not anew', () => {
    const opened = begin(view(0))
    const two = hear(opened, view(9000, call(1, 8000), call(2, 8500)))
    const back = hear(two, view(9500, call(1, 8000)))
    expect(announced(back)).toEqual([1])
    expect(announced(hear(next(back).rest, view(9600)))).toEqual([])
  })

  test('announces no call anew that comes back into view because a newer one was taken back', () => {
    const full = Array.from({ length: 8 }, (_, n) => call(n + 1, 1000 + n))
    const opened = begin(view(2000, ...full.slice(0, 7)))
    const pushed = hear(opened, view(2100, ...full.slice(1)))
    expect(announced(next(pushed).rest)).toEqual([])
    expect(announced(hear(next(pushed).rest, view(2200, ...full.slice(0, 7))))).toEqual([])
  })

  test('still announces what waits when newer calls have pushed it out of view', () => {
    const full = Array.from({ length: 8 }, (_, n) => call(n + 1, 1000 + n))
    const waits = hear(begin(view(0)), view(2000, ...full.slice(0, 7)))
    expect(announced(hear(waits, view(2100, ...full.slice(1))))).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  test('that was cut off announces what is fresh, and only shows what nobody waits for any more', () => {
    const opened = begin(view(0))
    expect(announced(hear(opened, view(200_000, call(1, 10_000), call(2, 190_000))))).toEqual([2])
  })
})

describe('the voice', () => {
  const folder = join(import.meta.dirname, '../../manual/voice')

  test.each([
    [6, '육', '육'],
    [16, '십육', '심뉵'],
    [106, '백육', '뱅뉵'],
    [116, '백십육', '백심뉵'],
    [110, '백십', '백십'],
    [172, '백칠십이', '백칠십이'],
    [206, '이백육', '이뱅뉵'],
    [999, '구백구십구', '구백구십구'],
  ])('says %i, written %s, as %s', (number, text, sound) => {
    expect([written(number), spoken(number)]).toEqual([text, sound])
  })

  test('every number up to 999 is said as it is written, from whole clips', () => {
    const pack = voicePack()
    for (let n = 1; n <= largestSpoken; n++) {
      const [times, whole] = numberClips(n).length === 2 ? numberClips(n) : ['', numberClips(n)[0]]
      const hundred = whole?.startsWith('hundred-') ? 100 + Number(whole.slice(8)) : n
      expect(`${pack.get(times ?? '') ?? ''}${written(hundred)}`, String(n)).toBe(written(n))
      expect(pack.get(whole ?? '')).toBe(spoken(hundred))
    }
    expect(numberClips(1000)).toEqual([])
  })

  test('every number and every counter has files that are there, and the pack stays small', () => {
    const files = new Set(readdirSync(folder))
    for (const series of ['가', '나', '다'] as const)
      for (let n = 1; n <= largestSpoken; n++)
        for (const clip of clipsOf({ label: { day: today, series, number: n }, counter: ((n - 1) % 99) + 1 }))
          expect(files.has(`${clip}.ogg`), clip).toBe(true)
    const sizes = [...files].filter((name) => name.endsWith('.ogg')).map((name) => statSync(join(folder, name)).size)
    expect(Math.min(...sizes)).toBeGreaterThan(100)
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(5_000_000)
  })

  test('that is a placeholder says so', () => {
    expect(JSON.parse(readFileSync(join(folder, 'voice.json'), 'utf8'))).toMatchObject({ placeholder: true })
    expect(existsSync(join(folder, 'README.md'))).toBe(true)
  })
})
