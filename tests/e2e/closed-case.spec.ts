import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

test('a clerk finds a closed case by its receipt number and takes it out of the archive; offline it stays there', async ({}, info) => {
  const { data, receiptNos } = hallWithPast()
  const number = receiptNos['closed'] ?? ''
  const hall = await startHall({ data })
  const { page, app } = await launchWindow({ role: 'counter', machine: 'counter-3', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.press('F9')
  await page.keyboard.type(number.slice(-5))
  const cases = page.getByRole('group', { name: '접수한 민원' })
  await expect(cases.getByRole('option')).toHaveCount(2)
  await expect(cases).toContainText('건설기계 등록')
  await expect(cases.getByRole('option', { name: number })).toContainText('보관 자료에서 꺼내기')
  await expect(cases).not.toContainText('김영수')

  await page.getByRole('combobox', { name: '민원 찾기' }).fill(number)
  const found = cases.getByRole('option', { name: number })
  await expect(cases.getByRole('option')).toHaveCount(1)
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await hasNoViolation(page)
  await picture(page, info, 'counter-closed-case')
  await clerk.press('Enter')
  await expect(page.locator('main')).toContainText('건설기계 등록')
  await expect(page.getByText('김*수')).toBeVisible()
  await hasNoViolation(page)
  await picture(page, info, 'counter-taken-out')

  await hall.stop()
  await expect(page.getByRole('status', { name: '회선 상태' })).toContainText('오프라인')
  await clerk.press('F9')
  await page.keyboard.type(number)
  await expect(found).not.toContainText('보관 자료에서 꺼내기')
  await clerk.press('Enter')
  await expect(page.locator('main')).toContainText('건설기계 등록')
  await app.close()
})

test('offline, a case in the archive is found and says that it needs the line', async ({}, info) => {
  const { data, receiptNos } = hallWithPast()
  const hall = await startHall({ data })
  const { page, app } = await launchWindow({ role: 'counter', machine: 'counter-3', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await hall.stop()
  await expect(page.getByRole('status', { name: '회선 상태' })).toContainText('오프라인')
  await clerk.press('F9')
  await page.keyboard.type(receiptNos['closed'] ?? '')
  await page.getByRole('option', { name: receiptNos['closed'] ?? '' }).waitFor()
  await clerk.press('Enter')
  await expect(page.getByRole('alert')).toContainText('회선이 이어진 뒤')
  await hasNoViolation(page)
  await picture(page, info, 'counter-archive-offline')
  await app.close()
})
