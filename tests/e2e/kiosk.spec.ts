import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startHall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'
import { printerSink } from '../support/printer-sink.ts'

const cleaning: (() => void)[] = []
test.afterAll(() => {
  for (const clean of cleaning) clean()
})

/** What a kiosk tells whoever stands before it, and not whoever comes after. */

test('a slip that fails late is told to the visitor who waits for it', async ({ page }) => {
  const printer = await printerSink('stuck')
  const kiosks = `kiosks: [{ id: kiosk-1, printer: { host: 127.0.0.1, port: ${printer.port} } }]\n`
  const manual = writeManual((clean) => void cleaning.push(clean), { 'hall.yaml': (text) => text + kiosks })
  const hall = await startHall({ manual })
  await page.clock.install()
  await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1`)
  await page.getByRole('button', { name: /^일반/ }).click()
  await expect(page.getByRole('heading', { name: '인쇄하고 있습니다' })).toBeVisible()
  // The time of the page goes faster than that of the printer.
  await page.clock.runFor(9_000)
  await expect(page.getByText('인쇄되지 않았습니다. 이 번호로 부릅니다')).toBeVisible()
  await expect(page.getByText('번호 가 001', { exact: true })).toBeAttached()
  await hall.stop()
  await printer.close()
})

test('a slip that is asked for too often is not printed again, and that is said', async ({ page }) => {
  const printer = await printerSink('ready')
  const kiosks = `kiosks: [{ id: kiosk-1, printer: { host: 127.0.0.1, port: ${printer.port} } }]\n`
  const manual = writeManual((clean) => void cleaning.push(clean), { 'hall.yaml': (text) => text + kiosks })
  const hall = await startHall({ manual })
  await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1`)
  await page.getByRole('button', { name: /^일반/ }).click()
  const again = page.getByRole('button', { name: '한 장 더 인쇄' })
  for (let slips = 1; slips <= 5; slips++) {
    await expect.poll(() => printer.slips.length).toBe(slips)
    await expect(page.getByRole('heading', { name: '번호표를 가져가세요' })).toBeVisible()
    await again.click()
  }
  await expect(page.getByText('더는 인쇄하지 않습니다. 번호를 적거나 사진으로 찍어 주세요.')).toBeVisible()
  // To write it down takes longer than to take a slip.
  await expect(page.getByText(/· (?:30|2\d)초/)).toBeVisible()
  expect(printer.slips).toHaveLength(5)
  await hall.stop()
  await printer.close()
})

test('a press that failed before the line was lost is no business of whoever comes once it is back', async ({
  page,
}) => {
  const hall = await startHall()
  await page.goto(`${hall.address}/kiosk?print=off`)
  const ordinary = page.getByRole('button', { name: /^일반/ })
  await expect(ordinary).toBeVisible()
  await page.clock.install()
  process.kill(hall.pid, 'SIGSTOP')
  await ordinary.click()
  await page.clock.runFor(8_000)
  await expect(page.getByRole('button', { name: '다시 받기' })).toBeVisible()
  await hall.stop('SIGKILL')
  const closed = page.getByRole('heading', { name: '지금은 번호표를 발급할 수 없습니다' })
  await expect(closed).toBeVisible()
  await page.clock.runFor(21_000)
  const again = await startHall({ data: hall.data, port: hall.port })
  await expect(closed).toHaveCount(0)
  expect(await page.getByRole('button', { name: '다시 받기' }).count()).toBe(0)
  await expect(ordinary).toBeVisible()
  await again.stop()
})

test('in large text the whole page stands on an upright screen in every language, and both buttons on a squarer one', async ({
  page,
}) => {
  const reasons = readFileSync(join(import.meta.dirname, '../../manual/hall.yaml'), 'utf8').match(
    /^priorityReasons:\n(?: .*\n)+/m,
  )?.[0]
  const manual = writeManual((clean) => void cleaning.push(clean), { 'hall.yaml': (text) => text + (reasons ?? '') })
  const hall = await startHall({ manual })
  // A wait to be told, and the hours of issue.
  await page.routeWebSocket(/.*/, (socket) => {
    const up = socket.connectToServer()
    const told =
      '"ahead":{"ordinary":12,"priority":5},"estimates":{"ordinary":{"from":10,"to":25},"priority":{"from":5,"to":12}}'
    const view = /"ahead":\{[^}]*\},"estimates":\{\}/g
    const hours = `"hours":{"from":0,"until":${Date.now()}},"reasons":[`
    up.onMessage((text) => socket.send(String(text).replace(view, told).replace('"reasons":[', hours)))
  })
  await page.setViewportSize({ width: 1080, height: 1920 })
  await page.goto(`${hall.address}/kiosk?print=off`)
  await page.getByRole('button', { name: '큰 글자' }).click()
  for (const language of ['한국어', 'English', '中文', '日本語', 'Tiếng Việt']) {
    await page.getByRole('button', { name: language, exact: true }).click()
    await expect(page.locator('.choice-ahead').first()).toContainText('10\u2060–\u206025')
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight), language).toBe(0)
  }
  const buttons = page.locator('.choice')
  await expect(buttons).toHaveCount(2)
  const sizes = [
    { width: 768, height: 1024 },
    { width: 1024, height: 768 },
  ]
  for (const size of sizes) {
    await page.setViewportSize(size)
    for (const button of await buttons.all()) await expect(button).toBeInViewport({ ratio: 1 })
  }
  await hall.stop()
})

test('a kiosk in large text leaves the number, says once when it goes, and offers more time first', async ({
  page,
}) => {
  const hall = await startHall()
  await page.clock.install()
  await page.goto(`${hall.address}/kiosk`)
  await page.getByRole('button', { name: '큰 글자' }).click()
  await page.getByRole('button', { name: /^일반/ }).click()
  const taken = page.getByRole('heading', { name: '번호표를 가져가세요' })
  await expect(taken).toBeFocused()
  const end = page.getByText('20초 뒤 처음 화면으로 돌아갑니다. 더 보려면 3을 누르세요.')
  await page.clock.runFor(9_000)
  await expect(taken).toBeVisible()
  await expect(end).toHaveCount(0)
  await page.clock.runFor(2_000)
  await expect(end).toBeAttached()
  await page.clock.runFor(5_000)
  await expect(end).toBeAttached()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: '30초 더 보기' })).toBeFocused()
  await page.clock.runFor(14_000)
  await expect(taken).toHaveCount(0)
  await hall.stop()
})

test('who came to a kiosk with a keyboard has the same time, and an arrow goes to more of it', async ({ page }) => {
  const hall = await startHall()
  await page.clock.install()
  await page.goto(`${hall.address}/kiosk`)
  await expect(page.getByRole('button', { name: /^일반/ })).toBeVisible()
  await page.keyboard.press('1')
  await expect(page.getByRole('heading', { name: '번호표를 가져가세요' })).toBeFocused()
  await page.clock.runFor(9_000)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('button', { name: '30초 더 보기' })).toBeFocused()
  await hall.stop()
})
