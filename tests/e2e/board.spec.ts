import { expect, test, type Page, type WebSocketRoute } from '@playwright/test'
import { hasNoViolation, picture } from '../support/clerk.ts'
import { startHall, type Hall } from '../support/hall.ts'

/** What a board says beside its calls to whoever waits. */

let hall: Hall
test.beforeAll(async () => {
  hall = await startHall()
})
test.afterAll(() => hall.stop())

const at = Date.parse('2026-11-24T10:12:00+09:00')
const call = (number: number, counter: number, isOver = true) => ({
  label: { day: '2026-11-24', series: '가', number },
  counter,
  at: at - (1300 - number) * 60_000,
  ...(isOver && { isOver }),
})
const calling = {
  hallName: '한빛시청 열린민원실',
  last: call(1234, 18, false),
  calls: Array.from({ length: 6 }, (_, i) => call(1233 - i, 12 + i)),
  waiting: 23,
  estimates: { ordinary: { from: 12, to: 25 } },
  updatedAt: at,
  layout: 'landscape',
  voice: false,
}

/** The line of a board to its hall. */
type Line = {
  cut: () => void
  /** Lets the board in again, until it comes; without a view the hall says nothing yet. */
  open: (view?: object) => Promise<void>
  /** From now on the hall says this. */
  say: (view: object) => void
}

/** A board of a hall that says this, by the hall's time or that of its PC. */
async function showing(page: Page, view: object, time: number | string = at): Promise<Line> {
  let said: object | undefined = view
  let isCut = false
  let letIn = () => {}
  let socket: WebSocketRoute | undefined
  let asked: Ask[] = []
  let watched: Ask | undefined
  const answer = (ask: Ask) => {
    if (ask.do === 'watch') watched = ask
    if (said)
      socket?.send(JSON.stringify(ask.do === 'watch' ? { watch: ask.id, view: said } : { id: ask.id, answer: said }))
    else asked.push(ask)
  }
  await page.routeWebSocket(/.*/, (next) => {
    if (isCut) return void next.close()
    socket = next
    letIn()
    next.onMessage((text) => answer(JSON.parse(String(text)) as Ask))
  })
  await page.clock.install({ time })
  await page.goto(`${hall.address}/board`)
  await expect(page.locator('.last-number')).toBeVisible()
  return {
    cut() {
      isCut = true
      void socket?.close()
    },
    open(then) {
      said = then
      isCut = false
      return new Promise((settle) => {
        letIn = settle
      })
    },
    say(then) {
      said = then
      const due = asked.length > 0 ? asked : watched ? [watched] : []
      asked = []
      for (const ask of due) answer(ask)
    },
  }
}
type Ask = { id: number; do: string }

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

const sizes = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
  { width: 1080, height: 1920 },
]

/** Height of the letters, in parts of the smaller side of the screen. */
const letters = (page: Page, text: string) =>
  page
    .getByText(text)
    .evaluate((e) => Number.parseFloat(getComputedStyle(e).fontSize) / Math.min(window.innerWidth, window.innerHeight))

/** Nothing of the calls is cut by what stands above and beneath them. */
const standsWhole = async (page: Page) => {
  for (const part of ['.board-head', '.last-head', '.last-number', '.last-counter', '.board-foot'])
    await expect(page.locator(part)).toBeInViewport({ ratio: 1 })
  const [counter, foot] = await Promise.all(
    ['.last-counter', '.board-foot'].map(async (part) => page.locator(part).boundingBox()),
  )
  expect((counter?.y ?? 0) + (counter?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0)
  expect(await page.evaluate(() => document.querySelector('.last')?.scrollHeight)).toBe(
    await page.evaluate(() => document.querySelector('.last')?.clientHeight),
  )
}

test('without the hall a board says in large letters to listen to the counters, and calls nobody any more', async ({
  page,
}, info) => {
  // With everything that there may be to say beneath the calls.
  const { cut } = await showing(page, { ...calling, stopped: 'outage', problem: 'boardUnknown', voice: true })
  await expect(page.getByText('지금 부릅니다')).toBeVisible()
  cut()
  await expect(page.getByText('창구에서 부르는 소리를 들어 주세요.')).toBeVisible()
  await expect(page.getByText('Please listen for the call from the counters.')).toBeVisible()
  await expect(page.getByText('지금 부릅니다')).toHaveCount(0)
  await expect(page.locator('.last-head')).toContainText('마지막으로 부른 번호')
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect(await letters(page, '창구에서 부르는 소리를 들어 주세요.')).toBeGreaterThan(0.035)
    await standsWhole(page)
  }
  await hasNoViolation(page)
  await picture(page, info, 'board-lost')
})

test('the calls of a day do not stand on a board on the next, though the hall was not heard since', async ({
  page,
}) => {
  const { cut } = await showing(page, calling)
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
  const { cut } = await showing(page, calling, '2020-01-01T23:00:00+09:00')
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
  const { cut, open, say } = await showing(page, calling)
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
  const { cut, open } = await showing(page, { ...calling, voice: true })
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
  const { cut, open, say } = await showing(page, { ...calling, voice: true }, '2020-01-01T09:00:00+09:00')
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

test('an emergency stands across the board above the calls, in both languages', async ({ page }, info) => {
  await showing(page, { ...calling, stopped: 'emergency' })
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('직원의 안내를 따라 주세요')
  await expect(notice.locator('[lang=en]')).toContainText('please follow the staff')
  await expect(page.getByText('직원의 안내를 따라 주세요')).toHaveCount(1)
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect(await letters(page, '직원의 안내를 따라 주세요')).toBeGreaterThan(0.035)
    await standsWhole(page)
  }
  await hasNoViolation(page)
  await picture(page, info, 'board-emergency')
})

test('a board says that one is called soon, and not that one waits for no minute', async ({ page }) => {
  await showing(page, { ...calling, estimates: { ordinary: { from: 0, to: 1 } } })
  await expect(page.locator('.foot-about')).toHaveText(/^곧 부릅니다\s+Called soon$/)
})

const many = { ...calling, calls: Array.from({ length: 15 }, (_, i) => call(1233 - i, 4 + i)), layout: 'many' }

test('a board of many counters shows its call and every number whole, with everything that there may be to say', async ({
  page,
}) => {
  const { cut, say } = await showing(page, many)
  const isWhole = async (what: string) => {
    for (const size of sizes) {
      await page.setViewportSize(size)
      await standsWhole(page)
      const [foot, ...rows] = await Promise.all(
        [page.locator('.board-foot'), ...(await page.locator('.earlier tbody tr').all())].map((e) => e.boundingBox()),
      )
      const ends = Math.max(...rows.map((row) => (row ? row.y + row.height : 0)))
      expect(ends, `${what}, ${size.width}×${size.height}`).toBeLessThanOrEqual((foot?.y ?? 0) + 1)
    }
  }
  await isWhole('calls')
  say({ ...many, voice: true, problem: 'boardUnknown', stopped: 'emergency' })
  await expect(page.getByRole('alert')).toBeVisible()
  await isWhole('emergency')
  say({ ...many, voice: true, problem: 'boardUnknown', stopped: 'outage' })
  await expect(page.getByRole('alert')).toHaveCount(0)
  cut()
  await expect(page.getByText('창구에서 부르는 소리를 들어 주세요.')).toBeVisible()
  await isWhole('lost')
})

test('a board of many counters has its counter in English at every call, and no number is cut', async ({ page }) => {
  await showing(page, many)
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expect(page.locator('.earlier td').getByText('Counter')).toHaveCount(15)
    for (const word of await page.locator('.earlier td').getByText('Counter').all()) await expect(word).toBeVisible()
    const cut = await page
      .locator('.earlier tbody tr')
      .evaluateAll((rows) => rows.filter((r) => r.scrollWidth > r.clientWidth))
    expect(cut).toHaveLength(0)
  }
})
