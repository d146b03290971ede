import { expect, test, type Page } from '@playwright/test'
import { call, calling, showing } from '../support/board.ts'
import { hasNoViolation, picture } from '../support/clerk.ts'
import { startHall, type Hall } from '../support/hall.ts'

/** What a board says beside its calls to whoever waits. */

let hall: Hall
test.beforeAll(async () => {
  hall = await startHall()
})
test.afterAll(() => hall.stop())

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
  const { cut } = await showing(hall, page, { ...calling, stopped: 'outage', problem: 'boardUnknown', voice: true })
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

test('an emergency stands across the board above the calls, in both languages', async ({ page }, info) => {
  await showing(hall, page, { ...calling, stopped: 'emergency' })
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
  await showing(hall, page, { ...calling, estimates: { ordinary: { from: 0, to: 1 } } })
  await expect(page.locator('.foot-about')).toHaveText(/^곧 부릅니다\s+Called soon$/)
})

const many = { ...calling, calls: Array.from({ length: 15 }, (_, i) => call(1233 - i, 4 + i)), layout: 'many' }

test('a board of many counters shows its call and every number whole, with everything that there may be to say', async ({
  page,
}) => {
  const { cut, say } = await showing(hall, page, many)
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
  await showing(hall, page, many)
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
