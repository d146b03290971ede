import { expect, test, type Page } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

/** The counter and its queue, and the bell, in windows of their own. */

test('a clerk keeps or finishes, another goes on with a hold, and a visitor comes back', async ({ browser }, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 4)
  const [one, two] = [
    await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket }),
    await launchWindow({ role: 'counter', machine: 'counter-2', hall: hall.socket }),
  ]
  const [first, second] = [new Clerk(one.page), new Clerk(two.page)]
  await first.signIn('이서연')
  await second.signIn('박지훈')
  await first.welcomeNext('가 001')
  await expect(one.page.getByText('먼저인 사유: 발급 순서')).toBeVisible()

  await first.press('F2')
  await one.page.getByRole('dialog', { name: '아직 응대 중입니다' }).waitFor()
  await hasNoViolation(one.page)
  await picture(one.page, info, 'counter-busy')
  await first.press('Escape')
  await first.hasTicket('가 001', '응대 중')
  // The focus is where it was before the dialog, not lost at the top of the page.
  for (const key of ['F6', 'F1']) {
    const before = one.page.getByRole('button', { name: 'F8 종료' })
    await before.focus()
    await first.press(key)
    await one.page.getByRole('dialog').waitFor()
    await first.press('Escape')
    await expect(before).toBeFocused()
  }
  await first.press('F2')
  await one.page.getByRole('dialog').waitFor()
  await first.press('Control+Enter')
  await first.hasTicket('가 002', '호출 중')
  await first.press('F4')
  await first.hasTicket('가 002', '응대 중')

  await first.press('F6')
  await one.page.getByRole('dialog').waitFor()
  await one.page.getByLabel('알림').selectOption('10')
  await first.press('Control+Enter')
  await first.isFree()
  const elsewhere = two.page.getByRole('region', { name: '다른 창구의 보류' })
  await expect(elsewhere).toContainText('가 002')
  await picture(two.page, info, 'counter-held-elsewhere')
  await hasNoViolation(two.page)
  await second.tabTo(elsewhere.getByRole('button', { name: '가 002 이어받기' }))
  await second.press('Enter')
  await second.hasTicket('가 002', '응대 중')
  // Its button is gone; the focus stays near it.
  await expect(two.page.locator('body')).not.toBeFocused()
  await expect(one.page.getByRole('region', { name: '내 보류' })).toHaveCount(0)

  await second.tabTo(two.page.getByRole('button', { name: '다른 창구로…' }))
  await second.press('Enter')
  await two.page.getByRole('dialog').waitFor()
  await two.page.getByLabel('받을 창구').selectOption('counter counter-1')
  await two.page.getByLabel('끝나면 이 창구로 돌아옴').check()
  await hasNoViolation(two.page)
  await picture(two.page, info, 'counter-transfer')
  await second.press('Control+Enter')
  await second.isFree()
  await first.press('F2')
  await first.hasTicket('가 002', '호출 중')
  await expect(one.page.getByText('먼저인 사유: 이 창구로 보낸 번호')).toBeVisible()
  await first.press('F4')
  await first.hasTicket('가 002', '응대 중')
  await first.press('F8')
  await first.isFree()
  await second.press('F2')
  await second.hasTicket('가 002', '호출 중')
  await expect(two.page.getByText('먼저인 사유: 다른 창구에서 돌아온 번호')).toBeVisible()
  for (const pc of [one, two]) await pc.app.close()
  await hall.stop()
})

/** Counts the tones that a window begins to sound from now on. */
const countTones = (page: Page) =>
  page.evaluate(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function (...when) {
      document.documentElement.dataset['tones'] = String(Number(document.documentElement.dataset['tones'] ?? 0) + 1)
      return start.apply(this, when)
    }
  })
const tonesOf = (page: Page) => page.evaluate(() => Number(document.documentElement.dataset['tones'] ?? 0))

/** While a visitor is at the counter neither it nor the day can be closed, and both say why. */
async function cannotLeave(counter: Page, supervisor: Page): Promise<void> {
  const why = counter.getByRole('alert').filter({ hasText: '먼저 종료하거나 보류하세요' })
  for (const name of [/^근무 마침/, /^멈춤/]) {
    await expect(counter.getByRole('button', { name })).toHaveAttribute('aria-disabled', 'true')
    await counter.getByRole('button', { name }).press('Enter')
    await expect(why).toHaveCount(1)
    await hasNoViolation(counter)
    await counter.keyboard.press('Escape')
    await expect(why).toHaveCount(0)
  }
  await supervisor.keyboard.press('F10')
  await expect(supervisor.getByRole('dialog')).toContainText('끝나지 않은 창구가 있습니다: 창구 1')
  const close = supervisor.getByRole('dialog').getByRole('button', { name: /마감하기/ })
  await expect(close).toHaveAttribute('aria-disabled', 'true')
  await expect(close).toHaveAccessibleDescription('응대가 모두 끝난 뒤')
  await hasNoViolation(supervisor)
  await supervisor.keyboard.press('Escape')
  await expect(supervisor.getByRole('dialog')).toHaveCount(0)
}

test('the supervisor sets the rules of the queue and closes the day; the bell is heard by staff alone', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 3)
  const counter = await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket })
  const clerk = new Clerk(counter.page)
  await clerk.signIn('이서연')
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')

  await expect(counter.page.getByRole('button', { name: /먼저 부르기/ })).toHaveCount(0)
  await page.getByRole('button', { name: '대기열 설정…' }).press('Enter')
  await page.getByRole('dialog', { name: '대기열 설정' }).waitFor()
  await page.getByLabel('재호출 한도(번)').fill('1')
  await page.getByRole('radio', { name: '모든 담당자' }).check()
  await page.getByLabel('바꾸는 사유').fill('점심 시간 혼잡')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-queue-settings')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  await counter.page.getByRole('button', { name: '가 002 먼저 부르기…' }).press('Enter')
  await counter.page.getByRole('dialog', { name: '가 002 순서 외 호출' }).waitFor()
  await hasNoViolation(counter.page)
  await counter.page.getByRole('radio', { name: '기한이 급함' }).check()
  await clerk.press('Control+Enter')
  await clerk.hasTicket('가 002', '호출 중')
  await expect(counter.page.getByText('순서 외 호출(기한이 급함)')).toBeVisible()
  await cannotLeave(counter.page, page)

  for (const pc of [page, counter.page]) await countTones(pc)
  const board = await browser.newPage()
  await board.goto(`${hall.address}/board`)
  await clerk.press('Control+F12')
  await expect(counter.page.getByText('알림 보냄 · 아직 응답 없음')).toBeVisible()
  const bell = page.getByRole('alert', { name: '비상벨' })
  await expect(bell).toContainText('창구 1')
  await picture(page, info, 'supervisor-bell')
  await hasNoViolation(page)
  await picture(counter.page, info, 'counter-bell')
  await expect(board.locator('body')).not.toContainText('비상')
  await expect.poll(() => tonesOf(page)).toBeGreaterThan(0)
  await bell.getByRole('button', { name: '가고 있음' }).press('Enter')
  await expect(bell).toBeFocused()
  await expect(counter.page.getByText('응답: 정하은')).toBeVisible()
  await bell.getByRole('button', { name: '상황 종료…' }).press('Enter')
  await page.getByLabel('어떻게 했습니까').fill('감독자가 자리를 바꾸어 응대함')
  await page.keyboard.press('Control+Enter')
  await expect(bell).toHaveCount(0)
  expect(await tonesOf(counter.page)).toBe(0)

  await clerk.press('F4')
  await clerk.hasTicket('가 002', '응대 중')
  await clerk.press('F8')
  await clerk.isFree()
  await counter.app.close()
  await page.keyboard.press('F10')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('가 001')
  await expect(dialog).toContainText('연결이 끊긴 채 근무 중인 창구: 창구 1')
  await page.getByLabel('빼고 마감하는 사유').fill('창구 PC를 먼저 끔')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-close-day')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await app.close()
  await hall.stop()
})
