import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

test('a key that leads to another page or tab of the supervisor leaves the focus in it; the due list tells cases apart', async ({}, info) => {
  const { data } = hallWithPast()
  const hall = await startHall({ data })
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  const desk = new Clerk(page)
  const main = page.getByRole('main')
  await signInAs(page, '정하은')
  const due = page.getByRole('region', { name: '기한 목록' })
  await due.waitFor()
  await expect(main).toBeFocused()

  await page.setViewportSize({ width: 1366, height: 768 })
  const number = due.getByRole('row').filter({ hasText: '도로점용 허가' }).getByText('02-00002')
  await expect(number).toBeVisible()
  const [list, its] = [await due.boundingBox(), await number.boundingBox()]
  expect((its?.x ?? 0) + (its?.width ?? 0)).toBeLessThan((list?.x ?? 0) + (list?.width ?? 0))
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-due')
  await page.getByRole('button', { name: 'English' }).click()
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-due-en')
  await page.getByRole('button', { name: '한국어' }).click()

  await desk.press('F8')
  await expect(page.getByRole('heading', { name: '관리' })).toBeAttached()
  await expect(main).toBeFocused()
  for (const key of ['Control+2', 'Control+3', 'Control+4', 'Control+1']) {
    await page.getByRole('button', { name: /Ctrl\+1$/ }).focus()
    await desk.press(key)
    await expect(main).toBeFocused()
  }
  await desk.press('F9')
  await page.locator('.manual-main').waitFor()
  await expect(main).toBeFocused()
  await desk.press('F9')
  await due.waitFor()
  await expect(main).toBeFocused()
  await app.close()
  await hall.stop()
})
