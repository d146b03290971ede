import { appendFileSync, cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallPastItsPeriod } from '../support/past.ts'

const dialog = (page: Page) => page.getByRole('dialog')

/** The manual of the program with a period for the hall. */
function manualWithPeriod(): string {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-manual-'))
  cpSync(join(import.meta.dirname, '../../manual'), folder, { recursive: true })
  appendFileSync(join(folder, 'hall.yaml'), '\nretention: 1\n')
  return folder
}

test('the supervisor destroys what is past its period, leaves a kind out, and the register says so', async ({}, info) => {
  const { data, year, receiptNos } = hallPastItsPeriod()
  const hall = await startHall({ data, manual: manualWithPeriod() })
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  const duties = page.getByRole('button', { name: /F6 법정 점검/ })
  await expect(duties).toHaveAccessibleName(/법정 점검 \d+ 할 일 \d+ · 보존기간이 지난 민원 4건/)
  const boss = new Clerk(page)
  await boss.press('F6')
  const past = page.getByRole('region', { name: '보존기간이 지난 민원' })
  await expect(past).toContainText(`보존기간이 지난 민원 4건 (${year}년)`)
  await past.scrollIntoViewIfNeeded()
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-retention')

  await boss.tabTo(page.getByRole('button', { name: `파기… ${year}년` }))
  await boss.press('Enter')
  await expect(dialog(page)).toContainText('되살릴 수 없습니다')
  await dialog(page).getByText('접수번호: 모의 민원').click()
  await expect(dialog(page)).toContainText(receiptNos['two'] ?? '')
  await expect(dialog(page)).not.toContainText('김영수')
  await page.getByRole('checkbox', { name: '옥외광고물 표시 허가 · 1년 · 1건' }).uncheck()
  await expect(page.getByRole('button', { name: /3건 파기하기/ })).toHaveAttribute('aria-disabled', 'true')
  await page.getByRole('textbox', { name: /사유나 기록물평가심의회/ }).fill('2026년 제2차 기록물평가심의회 의결 제14호')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-destroy')
  await boss.press('Control+Enter')

  await expect(past).toContainText(`보존기간이 지난 민원 1건 (${year}년)`)
  await expect(past).toContainText(`${year}년에 끝난 민원 3건`)
  await expect(past).toContainText('의결 제14호')
  await past.scrollIntoViewIfNeeded()
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-destroyed')
  await boss.press('Escape')
  await expect(duties).toHaveAccessibleName(/· 보존기간이 지난 민원 1건/)

  await boss.press('F4')
  await dialog(page).waitFor()
  await page.getByRole('textbox', { name: '접수일부터' }).fill(`${year}-03-01`)
  await page.getByRole('textbox', { name: '까지' }).fill(`${year}-03-31`)
  await boss.press('Enter')
  const list = page.getByRole('region', { name: '처리부 목록' })
  await expect(list.getByRole('rowheader')).toHaveCount(4)
  await expect(list.getByText(/파기됨/)).toHaveCount(3)
  await expect(list).toContainText('최*영')
  await expect(list).not.toContainText('김*수')
  await picture(page, info, 'supervisor-register-destroyed')
  await app.close()
  await hall.stop()
})

test(
  'a long destruction is stopped by a key: what was sent is destroyed, the rest stays listed and is approved later',
  { tag: '@long' },
  async () => {
    const { data, year } = hallPastItsPeriod(2996)
    const hall = await startHall({ data, manual: manualWithPeriod() })
    const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    await signInAs(page, '정하은')
    const boss = new Clerk(page)
    await expect(page.getByRole('button', { name: /보존기간이 지난 민원 3,000건/ })).toBeVisible()
    await boss.press('F6')
    const past = page.getByRole('region', { name: '보존기간이 지난 민원' })
    await boss.tabTo(page.getByRole('button', { name: `파기… ${year}년` }))
    await boss.press('Enter')
    await page.getByRole('textbox', { name: /사유나 기록물평가심의회/ }).fill('의결 제14호')
    await boss.press('Control+Enter', 'Escape')
    await expect(past).toContainText(new RegExp(`${year}년에 끝난 민원 [12],000건`))
    const left = /보존기간이 지난 민원 ([12],000)건/.exec((await past.textContent()) ?? '')?.[1] ?? ''
    const destroyed = left === '1,000' ? '2,000' : '1,000'
    // Nothing goes on behind it: the list says the same when it is asked again, and the button of the duties too.
    for (let again = 0; again < 2; again += 1) {
      await boss.press('Escape')
      await expect(page.getByRole('button', { name: `보존기간이 지난 민원 ${left}건` })).toBeVisible()
      await boss.press('F6')
      await expect(past).toContainText(`${year}년에 끝난 민원 ${destroyed}건`)
    }
    await boss.tabTo(page.getByRole('button', { name: `파기… ${year}년` }))
    await boss.press('Enter')
    await page.getByRole('textbox', { name: /사유나 기록물평가심의회/ }).fill('의결 제14호')
    await boss.press('Control+Enter')
    await expect(past).toContainText(`${year}년에 끝난 민원 3,000건`)
    await expect(past).toContainText('보존기간이 지난 민원이 없습니다')
    await app.close()
    await hall.stop()
  },
)
