import { expect, test, type TestInfo } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'

test('a visitor who does not come is called again, missed, and brought back', async ({ browser }) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await isPausedAndOpenedByKeys(clerk)
  await clerk.press('F2')
  await clerk.hasTicket('가 001', '호출 중')
  await clerk.press('F7')
  await clerk.hasTicket('가 001', '호출 중')
  await clerk.press('F3')
  await expect(page.getByRole('button', { name: 'F7 부재' })).not.toHaveAttribute('aria-disabled', 'true')
  await clerk.press('F7')
  await clerk.isFree()
  const missing = page.getByRole('region', { name: '부재' })
  await expect(missing).toContainText('가 001')
  await hasNoViolation(page)
  await clerk.tabTo(missing.getByRole('button').first())
  await clerk.press('Enter')
  await expect(missing).toHaveCount(0)
  await expect(page.getByRole('region', { name: '다음 순서' })).toContainText('가 001')
  await expect(page.getByRole('status').filter({ hasText: '가 001 복귀 · 앞에 1명' })).toBeVisible()
  // No press is lost, however fast: each waits for the one before it. A double press is one.
  await clerk.press('F2', 'F2', 'F4')
  await clerk.hasTicket('가 002', '응대 중')
  await clerk.press('F8', 'F2', 'F4')
  await clerk.hasTicket('가 001', '응대 중')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await app.close()
  await hall.stop()
})

/** Why F8 ends nothing is said until the clerk looks at something else. */
async function isRefusedUntilTheClerkGoesOn(clerk: Clerk): Promise<void> {
  const refused = clerk.page.getByRole('alert').filter({ hasText: '끝나지 않은 즉시 민원이 있습니다' })
  await clerk.press('F8')
  await expect(refused).toBeVisible()
  await clerk.openTab(2)
  await expect(refused).toHaveCount(0)
  await clerk.openTab(1)
}

/** 멈춤 and its end by the keyboard alone, also after the PC was locked meanwhile. */
async function isPausedAndOpenedByKeys(clerk: Clerk): Promise<void> {
  const { page } = clerk
  const reopen = page.getByRole('button', { name: '창구 다시 열기 Ctrl+Enter' })
  await clerk.press('F10')
  await page.getByRole('dialog', { name: '창구 멈춤' }).waitFor()
  await clerk.press('Control+Enter')
  await expect(reopen).toBeFocused()
  await expect(page.getByText('응대 중인 민원인이 없습니다.', { exact: true })).toBeVisible()
  await hasNoViolation(page)
  await clerk.press('Control+l')
  await clerk.unlock()
  await expect(reopen).toBeFocused()
  await clerk.press('Control+Enter')
  await expect(reopen).toHaveCount(0)
  await expect(page.getByText('응대 중인 민원인이 없습니다. F2를 누르세요.')).toBeVisible()
}

test('a visit is held and resumed, and a petition refused with its reasons', async ({ browser }, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 1)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.press('F6')
  await page.getByRole('dialog').waitFor()
  await hasNoViolation(page)
  await clerk.press('Control+Enter')
  await clerk.isFree()
  const held = page.getByRole('region', { name: '내 보류' })
  await clerk.tabTo(held.getByRole('button').first())
  await clerk.press('Enter')
  await clerk.hasTicket('가 001', '응대 중')

  await page.setViewportSize({ width: 1920, height: 1080 })
  await clerk.receive('공인중개사 재교부', title, '김영수')
  await isRefusedUntilTheClerkGoesOn(clerk)
  await clerk.tabTo(page.getByRole('button', { name: '거부로 결정…' }))
  await clerk.press('Enter')
  await page.getByRole('dialog').waitFor()
  await clerk.press('Control+Enter')
  const told = page.getByRole('dialog').getByRole('alert')
  await expect(told).toContainText('사유')
  await clerk.tabTo(page.getByRole('textbox', { name: /사유/ }))
  await page.keyboard.type('자격이 취소되어 다시 교부할 수 없음')
  // Why it was refused is no longer so once something is changed.
  await expect(told).toBeHidden()
  await hasNoViolation(page)
  await picture(page, info, 'counter-refuse')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await clerk.fillForm('통지…')
  await clerk.fillForm('교부…', async () => {
    await clerk.tabTo(page.getByRole('radio', { name: '주민등록증' }))
    await clerk.press('Space')
  })
  // Ended in the view too: a hand-over that had not come through would be seen here, not behind F8.
  await expect(page.locator('main')).toContainText('종결')
  await expect(page.locator('main')).toContainText('거부')
  await clerk.press('F8')
  await clerk.isFree()
  await getsTheSlip(clerk, info)
  await saysWhoIsOnHold(clerk, info)
  await app.close()
  await hall.stop()
})

/** F8 asks before a visitor leaves without the receipt slip, and prints it. */
async function getsTheSlip(clerk: Clerk, info: TestInfo): Promise<void> {
  const { page } = clerk
  await page.getByRole('button', { name: '번호표 없이 응대' }).press('Enter')
  await clerk.receive('신문사업', '신문사업 등록', '이정민')
  await clerk.press('F8')
  const asks = page.getByRole('dialog', { name: '접수증을 내주지 않았습니다' })
  await expect(asks.getByRole('button')).toHaveText(['계속 응대Esc', '그대로 끝내기', '만들어 인쇄Ctrl+Enter'])
  await hasNoViolation(page)
  await picture(page, info, 'counter-owed')
  await clerk.press('Control+Enter')
  await clerk.isFree()
  await expect(asks).toHaveCount(0)
}

/** Ctrl+E tells whom the clerk leaves on hold. */
async function saysWhoIsOnHold(clerk: Clerk, info: TestInfo): Promise<void> {
  const { page } = clerk
  await page.getByRole('button', { name: '번호표 없이 응대' }).press('Enter')
  await page.getByRole('timer').waitFor()
  await clerk.press('F6')
  await page.getByRole('dialog', { name: '응대 보류' }).waitFor()
  await clerk.finishForm()
  await page.getByRole('region', { name: '내 보류' }).getByText('번호표 없음').waitFor()
  await clerk.press('Control+e')
  const asks = page.getByRole('dialog', { name: '근무 마침' })
  await expect(asks).toContainText('보류 중인 번호 번호표 없음 · 다른 창구가 이어받습니다.')
  await picture(page, info, 'counter-leaves-held')
  await clerk.press('Control+Enter')
  await page.getByRole('combobox', { name: '근무자 고르기' }).waitFor()
}
