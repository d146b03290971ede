import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { parse } from 'yaml'
import { picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'

/** Nothing of a kiosk lies beyond the edge of its screen or beneath its buttons, with as much to say as there may be. */

const now = Date.now()
const { priorityReasons: reasons } = parse(
  readFileSync(join(import.meta.dirname, '../../manual/hall.yaml'), 'utf8'),
) as { priorityReasons: unknown[] }
const kiosk = {
  hallName: '한빛시청 열린민원실',
  at: now,
  waiting: 34,
  ahead: { ordinary: 34, priority: 13 },
  estimates: { ordinary: { from: 112, to: 125 }, priority: { from: 12, to: 26 } },
  reasons,
  hours: { from: now - 3_600_000, until: now + 3_600_000 },
  kiosk: { id: 'kiosk-1', prints: true, own: { first: 1, last: 200, taken: [] } },
}
const slip = {
  hallName: '한빛시청 열린민원실',
  label: { day: '2026-11-24', series: '나', number: 1213 },
  class: 'priority',
  ahead: 34,
  estimate: { from: 112, to: 125 },
  issuedAt: now,
  code: 'CG1-20261124-B1213',
  print: { print: 1, state: 'failed', why: 'paperOut' },
}

const { kiosk: _, ...unnamed } = kiosk
/** What the hall says to a kiosk whose name it does not know. */
const unknown = { ...unnamed, problem: 'kioskUnknown' }

/** A hall whose printer has no paper. */
const answering = (page: Page, start: object = kiosk) =>
  page.routeWebSocket(/.*/, (socket) =>
    socket.onMessage((text) => {
      const ask: { id: number; do: string; question?: { of: string } } = JSON.parse(String(text))
      const view = ask.question?.of === 'slip' ? slip : start
      const answer = ask.do === 'submit' ? 'done' : view
      socket.send(JSON.stringify(ask.do === 'watch' ? { watch: ask.id, view } : { id: ask.id, answer }))
    }),
  )

/** By how many pixels the page is higher than its screen, and what was said reaches under the buttons at its foot. */
const excess = (page: Page) =>
  page.evaluate(() => {
    const foot = document.querySelector('.kiosk-foot')?.getBoundingClientRect().top ?? window.innerHeight
    const said = document.querySelector('.slip, .choices')?.getBoundingClientRect().bottom ?? 0
    const height = document.documentElement.scrollHeight - window.innerHeight
    return { page: Math.max(0, height), underFoot: Math.max(0, Math.floor(said - foot)) }
  })

const sizes = [
  { width: 1080, height: 1920 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]
/** 큰 글자 is the first button, 낮은 화면 the third. */
const looks = [[], [0], [2], [0, 2]]

const languages = ['한국어', 'English', '中文', '日本語', 'Tiếng Việt']

for (const size of sizes)
  test(
    `a kiosk of ${size.width}×${size.height} shows its start and a slip that failed whole, in every language and look`,
    { tag: '@long' },
    async ({ page }) => {
      const hall = await startHall()
      await page.setViewportSize(size)
      await answering(page)
      await page.clock.install()
      await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1`)
      const [choice, tools] = [page.locator('fieldset').first(), page.locator('fieldset').nth(1)]
      for (const language of languages)
        for (const look of looks) {
          await choice.getByRole('button', { name: language }).click()
          for (const tool of look) await tools.getByRole('button').nth(tool).click()
          expect(await excess(page), `the start, ${language}, ${look.join(' ')}`).toEqual({ page: 0, underFoot: 0 })
          await page.keyboard.press('2')
          await expect(page.locator('.slip.failed')).toBeVisible()
          expect(await excess(page), `the slip, ${language}, ${look.join(' ')}`).toEqual({ page: 0, underFoot: 0 })
          await page.clock.runFor(1_000)
          await page.keyboard.press('0')
          await expect(page.locator('.choice')).toHaveCount(2)
        }
      await hall.stop()
    },
  )

test(
  'a kiosk whose name the hall does not know says so in one line for whoever set it up, and its start stays whole',
  { tag: '@long' },
  async ({ page }, info) => {
    const hall = await startHall()
    await answering(page, unknown)
    await page.goto(`${hall.address}/kiosk?kiosk=kiosk-7`)
    const [choice, tools] = [page.locator('fieldset').first(), page.locator('fieldset').nth(1)]
    await expect(page.getByText('이 발급기(kiosk-7)는 hall.yaml에 없습니다')).toBeVisible()
    for (const language of languages) {
      await choice.getByRole('button', { name: language }).click()
      await expect(page.getByText('이 발급기(kiosk-7)는 hall.yaml에 없습니다')).toBeVisible()
      for (const look of looks) {
        for (const tool of look) await tools.getByRole('button').nth(tool).click()
        for (const size of sizes) {
          await page.setViewportSize(size)
          const where = `${size.width}×${size.height}, ${language}, ${look.join(' ')}`
          expect(await excess(page), where).toEqual({ page: 0, underFoot: 0 })
        }
        for (const tool of look) await tools.getByRole('button').nth(tool).click()
      }
    }
    await picture(page, info, 'kiosk-unknown')
    await hall.stop()
  },
)
