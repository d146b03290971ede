import { expect, onTestFinished, test, vi } from 'vitest'
import type { OpenHall } from '../../server/hall.ts'
import { protocol, type FromHall } from '../../sync/protocol.ts'
import { hallWithSlowDisk, issue } from '../support/slow-hall.ts'

const turn = () => new Promise(setImmediate)

test('nobody is answered before the disk has it; what is heard meanwhile goes with the next turn', async () => {
  const { hall, slow, quick, landed } = hallWithSlowDisk()
  slow()
  const first = issue(hall, 't1')
  await turn()
  const second = issue(hall, 't2')
  const third = issue(hall, 't3')
  await turn()
  expect([first(), second(), third()]).toEqual(['none yet', 'none yet', 'none yet'])
  await landed()
  await turn()
  expect([first(), second(), third()]).toEqual(['done', 'none yet', 'none yet'])
  quick()
  await expect.poll(() => [second(), third()]).toEqual(['done', 'done'])
})

test.each([
  ['a disk that refused a turn', (h: ReturnType<typeof hallWithSlowDisk>) => h.landed(new Error('EIO'))],
  [
    'something else that failed meanwhile',
    ({ hall }: ReturnType<typeof hallWithSlowDisk>) => {
      hall.attempt(() => {
        throw new Error('full')
      })
      return Promise.resolve()
    },
  ],
])('after %s the hall goes on taking its turns, and what was lost is answered to nobody', async (_, fails) => {
  const made = hallWithSlowDisk()
  made.slow()
  const lost = issue(made.hall, 't1')
  await turn()
  const waiting = issue(made.hall, 't2')
  await turn()
  await fails(made)
  made.quick()
  await turn()
  const next = issue(made.hall, 't3')
  await expect.poll(next).toBe('done')
  expect([lost(), waiting()]).toEqual(['none yet', 'none yet'])
})

test('what a database could not take in is answered to nobody, and not with the next turn either', async () => {
  const { hall } = hallWithSlowDisk()
  vi.spyOn(console, 'error').mockReturnValue()
  const commits = vi.spyOn(hall.end.record, 'commit').mockImplementationOnce(() => {
    throw new Error('SQLITE_FULL')
  })
  const lost = issue(hall, 't1')
  await expect.poll(() => commits.mock.calls.length).toBe(1)
  await expect.poll(issue(hall, 't2')).toBe('done')
  expect(lost()).toBe('none yet')
})

test('a hall that could not save is not sound until it has saved something, however long that takes', async () => {
  const { hall, slow, quick, landed } = hallWithSlowDisk()
  vi.spyOn(console, 'error').mockReturnValue()
  expect(hall.isSound()).toBe(true)
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => void vi.useRealTimers())
  slow()
  issue(hall, 't1')
  await turn()
  await landed(new Error('ENOSPC'))
  quick()
  vi.advanceTimersByTime(60_000)
  // Somebody comes, and there is nothing to save.
  hall.end.connect({ send() {} }).hear({ say: 'hello', protocol, machine: 'counter-1', seen: 0 }, Date.now())
  await turn()
  await turn()
  expect(hall.isSound()).toBe(false)
  await expect.poll(issue(hall, 't2')).toBe('done')
  expect(hall.isSound()).toBe(true)
})

test('what fails while the hall decides for itself ends lines and not the hall', async () => {
  const { hall } = hallWithSlowDisk()
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(hall.end.record, 'stage').mockImplementation(() => {
    throw new Error('SQLITE_IOERR')
  })
  let isCut = false
  onTestFinished(hall.onCut(() => (isCut = true)))
  hall.attempt(() => void issue(hall, 't1'))
  expect(isCut).toBe(true)
  await expect.poll(issue(hall, 't2')).toBe('done')
})

test('what nobody can take back waits for the disk', async () => {
  const { hall, slow, quick, landed } = hallWithSlowDisk()
  let printed = 0
  hall.onceSafe(() => (printed += 1))
  expect(printed).toBe(1)
  slow()
  issue(hall, 't1')
  // Decided, and not yet on its way.
  hall.onceSafe(() => (printed += 1))
  await turn()
  issue(hall, 't2')
  // Decided while another is on its way: it goes with the next.
  hall.onceSafe(() => (printed += 10))
  await turn()
  expect(printed).toBe(1)
  await landed()
  expect(printed).toBe(2)
  quick()
  await expect.poll(() => printed).toBe(12)
})

test('all others hear right after an answer and not beside it, once; then with the next turn, whatever it answers', async () => {
  const { hall } = hallWithSlowDisk()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const heard: FromHall[] = []
  const ear = hall.end.connect({ send: (message) => void heard.push(message) })
  const tickets = () => heard.flatMap((m) => (m.say === 'news' ? m.entries : [])).map((e) => e.event.type)
  const issued = async (touch: string) => {
    const answer = issue(hall, touch)
    while (answer() !== 'done') await turn()
  }
  ear.hear({ say: 'hello', protocol, machine: 'counter-1', seen: 0 }, Date.now())
  await issued('t0')
  heard.length = 0
  await issued('t1')
  vi.advanceTimersByTime(250)
  await issued('t2')
  await issued('t3')
  expect(tickets()).toEqual([])
  vi.advanceTimersByTime(25)
  await issued('t4')
  expect(tickets()).toEqual(['ticketIssued', 'ticketIssued', 'ticketIssued', 'ticketIssued'])
})

/** A machine on the line: what it asks is answered by a number. */
function machineAt({ end }: OpenHall, machine: string) {
  const answered: number[] = []
  const line = end.connect({ send: (m) => void (m.say === 'answer' && answered.push(m.ask)) })
  line.hear({ say: 'hello', protocol, machine, seen: 0 }, Date.now())
  const ask = (number: number) =>
    line.hear({ say: 'ask', ask: number, command: { type: 'callNext', visit: `${machine}-${number}` } }, Date.now())
  return { ask, answered }
}

test('[S5] on a slow disk those who were just answered are heard before the next turn begins, for half as long as the disk took', async () => {
  const { hall, slow, landed, landings } = hallWithSlowDisk()
  const [one, other] = [machineAt(hall, 'counter-1'), machineAt(hall, 'counter-2')]
  await turn()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  onTestFinished(() => void vi.useRealTimers())
  slow()
  one.ask(1)
  await turn()
  other.ask(1)
  vi.advanceTimersByTime(5)
  await landed()
  await turn()
  expect([one.answered, other.answered, landings()]).toEqual([[1], [], 0])
  one.ask(2)
  await turn()
  vi.advanceTimersByTime(10)
  await landed()
  expect([one.answered, other.answered]).toEqual([[1, 2], [1]])

  // Now one of them is silent.
  one.ask(3)
  await turn()
  vi.advanceTimersByTime(4)
  await turn()
  expect(landings()).toBe(0)
  vi.advanceTimersByTime(1)
  await landed()
  expect(one.answered).toEqual([1, 2, 3])

  // Whoever works alone waits for nobody, however long the disk takes.
  one.ask(4)
  await turn()
  vi.advanceTimersByTime(100)
  await landed()
  one.ask(5)
  await turn()
  await landed()
  expect(one.answered).toEqual([1, 2, 3, 4, 5])
})
