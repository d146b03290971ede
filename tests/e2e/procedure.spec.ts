import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

/** Seven days, documents of the citizen and documents that the office verifies. */
const title = '선불식 할부거래업 등록변경신고'

test('a petition of seven days is guided, supplemented, extended, refused with its remedies and notified, by keyboard', async ({}, info) => {
  test.setTimeout(120_000)
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await page.setViewportSize({ width: 1366, height: 768 })
  await clerk.startReceive(title, title)
  await page.keyboard.type('김영수')
  await hasNoViolation(page)
  await picture(page, info, 'receive')
  await clerk.press('Control+Enter')
  await page.getByRole('heading', { name: '접수 안내' }).waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'guidance-step')
  await clerk.press('Control+Enter')
  await expect(page.getByRole('heading', { name: '접수 안내' })).toHaveCount(0)

  await clerk.press('Control+2')
  await page.getByRole('region', { name: '처리기한' }).waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'procedure')
  await app.close()
  await hall.stop()
})
