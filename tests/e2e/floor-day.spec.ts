import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { DayClock } from '../day/clock.ts'
import { hasNoViolation, signInAs } from '../support/clerk.ts'
import { startCounter } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

/** What citizens see of a hall that is not open, that stops the issue, and that calls two at once. */

test('a kiosk tells before nine when there will be tickets, and gives them from then on by itself', async ({
  page,
}) => {
  const clock = new DayClock(mkdtempSync(join(tmpdir(), 'changgu-hours-')), '08:59')
  const { nodeArguments, environment } = clock
  const hall = await startHall({ hours: true, nodeArguments, environment })
  await page.clock.install()
  await page.goto(`${hall.address}/kiosk`)
  await expect(page.getByRole('heading', { name: '아직 번호표를 드리는 시간이 아닙니다' })).toBeVisible()
  await expect(page.getByText('09:00부터 드립니다')).toBeVisible()
  await hasNoViolation(page)
  clock.goFaster(600, [hall.pid])
  await clock.until(clock.now() + 90_000)
  // The page asks again every twenty seconds: the hall tells of itself only what happens.
  await page.clock.runFor(20_000)
  await expect(page.getByRole('button', { name: /^일반/ })).toBeVisible()
  await expect(page.getByText('오늘 번호표는 21:00까지 드립니다')).toBeVisible()
  await hall.stop()
})

test('a supervisor stops the issue with a reason that kiosk and board tell, and resumes it', async ({ browser }) => {
  const hall = await startHall()
  const [kiosk, board] = [await browser.newPage(), await browser.newPage()]
  await kiosk.goto(`${hall.address}/kiosk?print=off`)
  await board.goto(`${hall.address}/board`)
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  await page.getByRole('button', { name: '발급 멈춤…' }).press('Enter')
  await page.getByRole('dialog', { name: '번호표 발급 멈춤' }).waitFor()
  await page.getByRole('radio', { name: '행정 전산망 장애' }).check()
  await hasNoViolation(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('번호표 발급을 멈춘 상태 · 행정 전산망 장애')).toBeVisible()
  await expect(kiosk.getByRole('heading', { name: '번호표 발급을 잠시 멈췄습니다' })).toBeVisible()
  await expect(kiosk.getByText('행정 전산망에 장애가 있습니다.')).toBeVisible()
  await expect(board.locator('footer')).toContainText('장애')
  await expect(board.locator('footer [lang=en]', { hasText: 'the government network is out of order' })).toBeVisible()
  await hasNoViolation(kiosk)
  await page.getByRole('button', { name: '발급 다시 시작' }).press('Enter')
  await kiosk.getByRole('button', { name: /^일반/ }).press('Enter')
  await expect(kiosk.getByText('번호 가 001', { exact: true })).toBeAttached()
  await app.close()
  await hall.stop()
})

test('two calls in one second both stand large on the board, each for its time', async ({ browser }) => {
  const ends: (() => unknown)[] = []
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const counters = await Promise.all([1, 2].map((n) => startCounter((end) => void ends.push(end), hall.socket, n)))
  const board = await browser.newPage()
  await board.clock.install()
  await board.goto(`${hall.address}/board`)
  await expect(board.getByRole('contentinfo')).toContainText('2')
  // The time of this page goes on only as it is told from here.
  await board.clock.pauseAt(Date.now() + 60_000)
  const large = board.locator('.last-number')
  await Promise.all(counters.map(({ desk }, i) => desk.submit({ type: 'callNext', visit: `v${i}` })))
  await expect(large).toHaveText(/가00[12]/)
  const first = await large.textContent()
  const both = board.getByRole('main')
  await expect(both).toContainText('001')
  await expect(both).toContainText('002')
  await board.clock.runFor(5_000)
  expect(await large.textContent()).toBe(first)
  await board.clock.runFor(2_000)
  await expect(large).not.toHaveText(first ?? '')
  await board.clock.runFor(5_000)
  await expect(large).not.toHaveText(first ?? '')
  for (const end of ends.toReversed()) await end()
  await hall.stop()
})
