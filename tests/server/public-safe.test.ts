import { expect, onTestFinished, test, vi } from 'vitest'
import type { SlipView } from '../../domain/views/view-public.ts'
import { publicViews } from '../../server/public-views.ts'
import { hallWithSlowDisk, issue } from '../support/slow-hall.ts'

/** What a screen shows is on the hall's disk: a fall takes nothing back that somebody has read. */

const turn = () => new Promise(setImmediate)
const board = { of: 'board' } as const

/** A hall with a slow disk, its public views, and a board at the wall that has shown so many who wait. */
async function hallWithBoard() {
  const made = hallWithSlowDisk()
  const views = publicViews(made.hall)
  const shown: number[] = []
  await expect.poll(issue(made.hall, 't0')).toBe('done')
  onTestFinished(views.watch(board, ({ waiting }) => shown.push(waiting)))
  made.slow()
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  vi.advanceTimersByTime(1000)
  return { ...made, views, shown }
}

/** The answers to what is asked of a slip, as they come. */
function slips({ views }: Awaited<ReturnType<typeof hallWithBoard>>, touch: string): (SlipView | undefined)[] {
  const told: (SlipView | undefined)[] = []
  void views.view({ of: 'slip', touch }).then((slip) => told.push(slip))
  return told
}

test('[S5] a slip is shown once the hall’s disk has its ticket, and not before', async () => {
  const made = await hallWithBoard()
  const answers = [issue(made.hall, 't1')]
  await turn()
  answers.push(issue(made.hall, 't2'))
  const [first, second] = [slips(made, 't1'), slips(made, 't2')]
  await turn()
  expect([first, second, answers.map((a) => a())]).toEqual([[], [], ['none yet', 'none yet']])
  await made.landed()
  await made.landed()
  await turn()
  expect([first[0]?.label.number, second[0]?.label.number]).toEqual([2, 3])
})

test('[S5] a board that is there and one that comes show what the disk has; what it refused nobody sees', async () => {
  const { hall, views, shown, landed, quick } = await hallWithBoard()
  vi.spyOn(console, 'error').mockReturnValue()
  const later: number[] = []
  issue(hall, 't1')
  await turn()
  issue(hall, 't2')
  const stop = views.watch(board, ({ waiting }) => later.push(waiting))
  onTestFinished(stop)
  await turn()
  await landed(new Error('EIO'))
  await turn()
  expect([shown, later]).toEqual([[1], []])
  // Its line was cut with all others.
  stop()
  quick()
  onTestFinished(views.watch(board, ({ waiting }) => later.push(waiting)))
  vi.advanceTimersByTime(1000)
  await expect.poll(issue(hall, 't3')).toBe('done')
  vi.advanceTimersByTime(1000)
  // What the journal had taken counts after all, once a later turn is on the disk.
  await expect.poll(() => [shown.at(-1), later.at(-1)]).toEqual([3, 3])
})

test('[S5] a board goes on in a hall in which something is always on its way to the disk', async () => {
  const { hall, shown, landed } = await hallWithBoard()
  const answers = [issue(hall, 't1')]
  await turn()
  for (let n = 2; n < 9; n++) {
    answers.push(issue(hall, `t${n}`))
    await turn()
    vi.advanceTimersByTime(300)
    await landed()
    await turn()
    const isAnswered = answers.filter((answer) => answer() === 'done').length
    // It was made while the one before was on its way, and waits for its own turn alone.
    expect(shown.at(-1)).toBeLessThanOrEqual(1 + isAnswered)
    expect(shown.at(-1)).toBeGreaterThanOrEqual(isAnswered)
  }
})
