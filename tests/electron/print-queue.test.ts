import { expect, test, vi } from 'vitest'
import type { ToShell } from '../../electron/messages.ts'
import { printQueue, type PrintEnd, type PrintJob } from '../../electron/print-queue.ts'

const job = (paper: string, nth = 1, isOurs = true) => ({ case: 'c', paper, nth, isOurs })
const key = (paper: string, nth = 1) => JSON.stringify(['c', paper, nth])

/** A PC whose record says what waits; a report takes it off the list unless the record refuses. */
function pc(...waiting: ReturnType<typeof job>[]) {
  const kept: string[] = []
  const reports: (PrintEnd & { paper: string })[] = []
  const told: ToShell[] = []
  const state = {
    waiting,
    isRefusing: false,
    isDiskFull: false,
    layOut: (one: PrintJob): string | undefined => `token-${one.paper}`,
  }
  const open = () =>
    printQueue({
      waiting: () => state.waiting,
      layOut: (one) => state.layOut(one),
      keep({ paper }, pdf) {
        if (state.isDiskFull) throw Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
        kept.push(`${paper} ${pdf.length}`)
      },
      report({ paper, nth }, end) {
        if (state.isRefusing) return false
        reports.push({ paper, ...end })
        state.waiting = state.waiting.filter((w) => w.paper !== paper || w.nth !== nth)
        return true
      },
    })
  return { state, kept, reports, told, open, hear: (message: ToShell) => void told.push(message) }
}

test('papers are printed one at a time, in the order in which they were queued', () => {
  const { state, kept, reports, told, open, hear } = pc()
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a'), job('b')]
  queue.look()
  expect(told).toEqual([{ print: key('a'), token: 'token-a' }])
  queue.hear({ job: key('a'), pdf: new Uint8Array(7) })
  queue.hear({ job: key('a'), printed: true })
  expect(told).toHaveLength(2)
  queue.hear({ job: key('b'), pdf: new Uint8Array(8) })
  queue.hear({ job: key('b'), failed: 'noPrinter' })
  expect(kept).toEqual(['a 7', 'b 8'])
  expect(reports).toEqual([
    { paper: 'a', how: 'printed' },
    { paper: 'b', how: 'failed', why: 'noPrinter' },
  ])
})

test('what was queued before a restart is offered again and never printed by itself', () => {
  const { reports, told, open, hear } = pc(job('a'))
  const queue = open()
  queue.speak(hear)
  queue.look()
  expect(told).toEqual([])
  expect(reports).toEqual([{ paper: 'a', how: 'failed', why: 'interrupted' }])
})

test('a report that the record does not take now is kept and made later; the paper is not printed again', () => {
  const { state, reports, told, open, hear } = pc()
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a')]
  queue.look()
  state.isRefusing = true
  queue.hear({ job: key('a'), printed: true })
  queue.look()
  expect(reports).toEqual([])
  state.isRefusing = false
  queue.look()
  expect(reports).toEqual([{ paper: 'a', how: 'printed' }])
  expect(told).toHaveLength(1)
})

test('what another PC had queued before it passed the case on is not printed here by itself', () => {
  const { state, reports, told, open, hear } = pc()
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a', 1, false)]
  queue.look()
  expect(told).toEqual([])
  expect(reports).toEqual([{ paper: 'a', how: 'failed', why: 'interrupted' }])
})

test('what waits behind another paper is not printed once its case has gone, and nothing is reported of it', () => {
  const { state, reports, told, open, hear } = pc()
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a'), job('b')]
  queue.look()
  state.waiting = []
  state.isRefusing = true
  queue.hear({ job: key('a'), printed: true })
  state.isRefusing = false
  queue.look()
  expect(told).toHaveLength(1)
  expect(reports).toEqual([])
})

test('a second look at the same queue sends nothing twice, and a reprint is a job of its own', () => {
  const { state, told, open, hear } = pc()
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a')]
  queue.look()
  queue.look()
  queue.hear({ job: key('a'), printed: true })
  state.waiting = [job('a', 2)]
  queue.look()
  expect(told.map((m) => 'print' in m && m.print)).toEqual([key('a'), key('a', 2)])
})

test('a paper without a template, and a shell that does not answer, fail with their reason and hold up no other', () => {
  vi.useFakeTimers()
  const { state, reports, told, open, hear } = pc()
  const queue = open()
  state.layOut = ({ paper }) => (paper === 'a' ? undefined : `token-${paper}`)
  state.waiting = [job('a'), job('b'), job('c')]
  queue.speak(hear)
  queue.look()
  vi.advanceTimersByTime(60_000)
  expect(reports).toEqual([
    { paper: 'a', how: 'failed', why: 'noTemplate' },
    { paper: 'b', how: 'failed', why: 'tooSlow' },
  ])
  queue.hear({ job: key('b'), printed: true })
  expect(told.at(-1)).toEqual({ print: key('c'), token: 'token-c' })
  expect(reports).toHaveLength(2)
  queue.stop()
  vi.useRealTimers()
})

test('a paper whose PDF the disk does not take is printed and reported all the same, and what comes after it is kept', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { state, kept, reports, told, open, hear } = pc()
  state.isDiskFull = true
  const queue = open()
  queue.speak(hear)
  state.waiting = [job('a'), job('b')]
  queue.look()
  queue.hear({ job: key('a'), pdf: new Uint8Array(7) })
  queue.hear({ job: key('a'), printed: true })
  state.isDiskFull = false
  queue.hear({ job: key('b'), pdf: new Uint8Array(8) })
  expect(said.mock.calls.join()).toContain('SQLITE_FULL')
  expect(reports).toEqual([{ paper: 'a', how: 'printed' }])
  expect(told).toHaveLength(2)
  expect(kept).toEqual(['b 8'])
})
