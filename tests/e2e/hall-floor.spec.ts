import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test, type Locator } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { printerSink } from '../support/printer-sink.ts'
import { scan } from '../support/scan.ts'

/** The manual of the demonstration with more said of its hall. */
function manualWith(more: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-manual-'))
  cpSync(resolve(import.meta.dirname, '../../manual'), folder, { recursive: true })
  const file = join(folder, 'hall.yaml')
  writeFileSync(file, `${readFileSync(file, 'utf8')}\n${more}\n`)
  return folder
}

/** A press on a list that has just moved is for nobody, and says so: one presses again. */
const pressSettled = (button: Locator, seen: Locator) =>
  expect(async () => {
    if (!(await seen.isVisible())) await button.click({ timeout: 1000 })
    await expect(seen).toBeVisible({ timeout: 1000 })
  }).toPass()

test(
  'a slip that does not come out is seen by the guide, comes out once the paper is in',
  { tag: '@long' },
  async ({ browser }, info) => {
    const printer = await printerSink('paperOut')
    const manual = manualWith(`kiosks: [{ id: kiosk-1, printer: { host: 127.0.0.1, port: ${printer.port} } }]`)
    const hall = await startHall({ manual })
    const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
    await kiosk.goto(`${hall.address}/kiosk?kiosk=kiosk-1`)
    await expect(kiosk.getByRole('button', { name: /^일반/ })).toBeVisible()
    const reasons = kiosk.getByText(/65세 이상.*그 밖에 배려가 필요한 사람/)
    const letters = () => reasons.evaluate((words) => Number.parseFloat(getComputedStyle(words).fontSize))
    const usual = await letters()
    await kiosk.getByRole('button', { name: '낮은 화면' }).click()
    expect(await letters()).toBe(usual)
    await kiosk.getByRole('button', { name: '큰 글자' }).click()
    await expect(reasons).toBeVisible()
    expect(await letters()).toBeGreaterThan(usual)
    await kiosk.keyboard.press('1')
    await expect(kiosk.getByText('인쇄되지 않았습니다. 이 번호로 부릅니다')).toBeVisible()
    await hasNoViolation(kiosk)
    await picture(kiosk, info, 'kiosk-not-printed')

    const { page, app } = await launchWindow({ role: 'guide', hall: hall.socket })
    await signInAs(page, '안소희')
    await page.clock.install()
    const unprinted = page.getByRole('alert').filter({ hasText: '용지 없음' })
    await expect(unprinted).toContainText('가 001')
    await page.getByRole('button', { name: '우선배려 발급' }).click()
    await expect(page.getByText('나 001 발급했습니다. 다음 차례입니다.')).toBeVisible()
    await page.getByRole('textbox', { name: '민원 이름이나 하시려는 일' }).fill('공인중개사 재교부')
    await page.getByRole('button', { name: '공인중개사 자격증 재교부' }).click()
    await expect(page.getByRole('region', { name: '공인중개사 자격증 재교부' })).toContainText('사진')
    await hasNoViolation(page)
    await picture(page, info, 'guide')
    printer.mood = 'ready'
    await unprinted.getByRole('button', { name: '가 001 다시 인쇄' }).click()
    await expect(unprinted).toHaveCount(0)
    await expect.poll(() => printer.slips.length).toBe(1)
    expect(printer.slips[0]?.text).toContain('가 001')
    // The second tap of two lies on what slid under the finger, and is not for it.
    await page.getByRole('button', { name: '가 001 우선배려로' }).dblclick({ delay: 100 })
    await expect(page.getByText('가 001 우선배려로 바꿨습니다.')).toBeVisible()
    await expect(page.getByRole('button', { name: /일반으로$/ })).toHaveCount(2)
    // What was said of a number goes with it, and what was done a minute ago is no longer said.
    const named = (name: string) => page.getByRole('button', { name })
    await pressSettled(named('나 001 취소…'), page.getByRole('dialog'))
    await page.getByRole('dialog').getByRole('radio').first().check()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('나 001 발급했습니다. 지금은 기다리는 번호가 아닙니다.')).toBeVisible()
    await pressSettled(named('가 001 일반으로'), page.getByText('가 001 일반으로 바꿨습니다.'))
    await page.getByRole('button', { name: '우선배려 발급' }).click()
    await expect(page.getByText('나 002 발급했습니다. 다음 차례입니다.')).toBeVisible()
    await pressSettled(named('가 001 우선배려로'), page.getByText('가 001 우선배려로 바꿨습니다.'))
    await page.clock.fastForward(61_000)
    await expect(page.getByText(/발급했습니다|바꿨습니다/)).toHaveCount(0)
    await hall.stop()
    for (const act of ['일반 발급', '가 001 일반으로', '가 001 취소…'])
      await expect(page.getByRole('button', { name: act })).toHaveAttribute('aria-disabled', 'true')
    await app.close()
    await printer.close()
  },
)

test('a kiosk goes on alone while the hall is away, tells its tickets, and a counter scans one', async ({
  browser,
}, info) => {
  const manual = manualWith('kiosks: [{ id: kiosk-1 }]\nboards: [{ id: door, layout: round }]')
  const hall = await startHall({ manual })
  const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  await kiosk.goto(`${hall.address}/kiosk?kiosk=kiosk-1&print=off`)
  await expect(kiosk.getByRole('button', { name: /^일반/ })).toBeVisible()
  const board = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await board.goto(`${hall.address}/board?board=door`)
  await expect(board.getByText('layout을 알 수 없어')).toBeVisible()
  // What stands beside the call is in both languages, too.
  for (const text of ['No number has been called yet', 'No earlier calls', 'Priority numbers may be called first'])
    await expect(board.getByText(text)).toBeVisible()
  await hall.stop()
  await expect(kiosk.getByText('이 번호도 온 차례대로 부릅니다')).toBeVisible()
  await expect(board.getByText('연결을 기다리는 중')).toBeVisible()
  await expect(board.getByText('waiting for the line')).toBeVisible()
  await kiosk.keyboard.press('ArrowRight')
  await kiosk.keyboard.press('Enter')
  await expect(kiosk.getByText('번호 다 001', { exact: true })).toBeAttached()
  await hasNoViolation(kiosk)
  await picture(kiosk, info, 'kiosk-alone')

  const again = await startHall({ manual, data: hall.data, port: hall.port })
  await expect(board.getByText(/갱신$/)).toBeVisible()
  const { page, app } = await launchWindow({ role: 'counter', hall: again.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await expect(page.getByRole('region', { name: '다음 순서' })).toContainText('다 001')
  await page.getByRole('combobox', { name: /찾/ }).fill('재교부')
  const day = (await page.evaluate(() => new Date(Date.now() + 9 * 3_600_000).toISOString())).slice(0, 10)
  await scan(page, `CG1-${day.replaceAll('-', '')}-C1`)
  await expect(page.getByRole('button', { name: /다 001 받기/ })).toBeVisible()
  await clerk.press('Control+Enter')
  await clerk.hasTicket('다 001', '응대 중')
  await app.close()
  await again.stop()
})
