import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const title = '선불식 할부거래업 등록변경신고'
/** Two hours ago, as the clock of the hall says it. */
const earlier = new Date(Date.now() + 7 * 3_600_000).toISOString()

test('what came in on paper during an outage keeps its time and its provisional number, and gets a final one', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.startReceive(title, title)
  await page.keyboard.type('김영수')
  await clerk.choose(page.getByRole('checkbox', { name: '모두 안내함' }))
  const box = page.getByRole('checkbox', { name: /장애 중에 받은 것/ })
  if (await box.isHidden()) {
    await clerk.tabTo(page.getByText('신청서·접수 방법').locator('xpath=ancestor::summary'))
    await clerk.press('Enter')
  }
  await clerk.choose(box)
  await clerk.type('날짜', earlier.slice(0, 10))
  await clerk.type('시각', earlier.slice(11, 16))
  await clerk.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: /임시 번호|고치세요/ })).toBeVisible()
  await expect(page.getByRole('textbox', { name: '민원인 이름' })).toHaveValue('김영수')
  const number = page.getByRole('textbox', { name: '임시 번호' })
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await clerk.type('임시 번호', '장애-3')
  await expect(number).toHaveAttribute('aria-invalid', 'false')
  await expect(page.getByRole('alert').filter({ hasText: '고치세요' })).toHaveCount(0)
  await hasNoViolation(page)
  await picture(page, info, 'outage-receipt')
  await clerk.press('Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await expect(page.locator('main')).toContainText(/\d{4}-01-00001/)
  await expect(page.locator('.case-head')).toContainText(`${earlier.slice(11, 16)} 접수`)
  await clerk.openTab(2)
  await expect(page.locator('main')).toContainText('장애-3')
  await expect(page.locator('main')).toContainText(/\d\d:\d\d 입력/)
  await picture(page, info, 'outage-procedure')
  await app.close()
  await hall.stop()
})
