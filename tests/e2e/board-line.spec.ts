import { expect, test, type Page } from '@playwright/test'
import { at, call, calling, showing } from '../support/board.ts'
import { startHall, type Hall } from '../support/hall.ts'

/** What a board shows and calls out when its line is lost and comes back. */

let hall: Hall
test.beforeAll(async () => {
  hall = await startHall()
})
test.afterAll(() => hall.stop())

const day = 86_400_000

/** How often the chime of the board was heard: two tones each. */
async function countingChimes(page: Page): Promise<() => Promise<number>> {
  await page.route('**/voice/*', (route) => route.abort())
  await page.addInitScript(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function begin(when) {
      document.body.dataset['tones'] = String(Number(document.body.dataset['tones'] ?? 0) + 1)
      start.call(this, when)
    }
  })
  return () => page.evaluate(() => Number(document.body.dataset['tones'] ?? 0) / 2)
}

/** Waits until the board has announced so many, and has no more to announce. */
async function heardAll(page: Page, chimes: () => Promise<number>, many: number): Promise<void> {
  const goOn = async () => {
    await page.clock.runFor(3_000)
    return chimes()
  }
  await expect.poll(goOn).toBe(many)
  await page.clock.runFor(30_000)
  await expect(page.locator('.last.fresh')).toHaveCount(0)
  expect(await chimes()).toBe(many)
}

test('the calls of a day do not stand on a board on the next, though the hall was not heard since', async ({
  page,
}) => {
  const { cut } = await showing(hall, page, calling)
  cut()
  await expect(page.getByText('10:12 기준')).toBeVisible()
  await page.clock.fastForward('14:00:00')
  await expect(page.locator('.last-number')).toHaveCount(0)
  await expect(page.getByText('10:12 기준')).toHaveCount(0)
  await expect(page.getByText('창구에서 부르는 소리를 들어 주세요.')).toBeVisible()
})

test('a board whose PC has a wrong date keeps its calls while the line is lost, for the day of the hall', async ({
  page,
}) => {
  const { cut } = await showing(hall, page, calling, '2020-01-01T23:00:00+09:00')
  cut()
  await expect(page.getByText('10:12 기준')).toBeVisible()
  // Midnight by the PC is none of the hall.
  await page.clock.fastForward('02:00:00')
  await expect(page.locator('.last-number')).toHaveText(/234$/)
  await page.clock.fastForward('12:00:00')
  await expect(page.locator('.last-number')).toHaveCount(0)
})

test('yesterday’s call does not stand as one of now while a board that is let in again has not heard the hall yet', async ({
  page,
}) => {
  const { cut, open, say } = await showing(hall, page, calling)
  cut()
  await page.clock.fastForward('24:00:00')
  await expect(page.getByText('연결을 기다리는 중입니다')).toBeVisible()
  await page.evaluate(() => {
    const board = document.querySelector('.board')
    const look = () => board?.querySelector('.last-number') && document.body.setAttribute('data-shown', 'yes')
    if (board) new MutationObserver(look).observe(board, { childList: true, subtree: true })
  })
  const isIn = open()
  await page.clock.fastForward(20_000)
  await isIn
  await page.clock.fastForward(5_000)
  await expect(page.locator('body')).not.toHaveAttribute('data-shown')
  await expect(page.getByText('연결을 기다리는 중입니다')).toBeVisible()
  say({ ...calling, last: { ...calling.last, at: at + day }, calls: [], updatedAt: at + day })
  await expect(page.locator('.last-number')).toBeVisible()
})

test('a short break of the line moves nothing on the board but the time beneath, and a call after it is heard once', async ({
  page,
}) => {
  const chimes = await countingChimes(page)
  const { cut, open } = await showing(hall, page, { ...calling, voice: true })
  await page.locator('.last').click()
  await page.clock.pauseAt(at + 60_000)
  const [before, number] = [page.locator('.notice'), page.locator('.last-number')]
  const size = await number.evaluate((e) => getComputedStyle(e).fontSize)
  cut()
  await expect(page.getByText('10:12 기준')).toBeVisible()
  await page.clock.runFor(4_000)
  await expect(before).toHaveCount(0)
  await expect(page.getByText('지금 부릅니다')).toBeVisible()
  expect(await number.evaluate((e) => getComputedStyle(e).fontSize)).toBe(size)
  await page.clock.runFor(2_000)
  await expect(before).toContainText('창구에서 부르는 소리를 들어 주세요.')
  await expect(page.getByText('지금 부릅니다')).toHaveCount(0)
  const next = { ...call(1235, 3, false), at: at + 70_000 }
  void open({ ...calling, voice: true, last: next, updatedAt: at + 70_000 })
  await heardAll(page, chimes, 1)
  await expect(before).toHaveCount(0)
  await expect(number).toHaveText(/235$/)
})

test('what waits to be called out is heard once each also when the line breaks, whatever the date of the PC', async ({
  page,
}) => {
  const chimes = await countingChimes(page)
  const { cut, open, say } = await showing(hall, page, { ...calling, voice: true }, '2020-01-01T09:00:00+09:00')
  await page.locator('.last').click()
  await page.clock.pauseAt('2020-01-01T09:01:00+09:00')
  const calls = [4, 3, 2, 1].map((n) => ({ ...call(1234 + n, n, false), at: at + n * 1_000 }))
  const [fourth, third, ...others] = calls
  say({ ...calling, voice: true, last: third, calls: others, updatedAt: at + 3_000 })
  await expect(page.locator('.last.fresh')).toBeVisible()
  cut()
  await expect(page.getByText('10:12 기준')).toBeVisible()
  await page.clock.runFor(500)
  void open({ ...calling, voice: true, last: fourth, calls: [third, ...others], updatedAt: at + 4_000 })
  await heardAll(page, chimes, 4)
  await expect(page.locator('.last-number')).toHaveText(/238$/)
})
