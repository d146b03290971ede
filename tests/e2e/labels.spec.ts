import { expect, test, type Page } from '@playwright/test'
import { Clerk, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

/** The labels of buttons and tabs that do not fit where they stand. */
const cutLabels = (page: Page) =>
  page.locator('button, [role="tab"]').evaluateAll((all) =>
    all
      .flatMap((button) => [button, ...button.querySelectorAll('.cut')])
      .filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0)
      .map((e) => e.textContent),
  )

/** In both languages, on the small screen; the screen is Korean before and after. */
async function hasWholeLabels(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await cutLabels(page), `${where}, Korean`).toEqual([])
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await cutLabels(page), `${where}, English`).toEqual([])
  await page.getByRole('button', { name: '한국어', exact: true }).click()
}

test('no label of a button or tab is cut at 1366×768, in Korean or English', async () => {
  test.setTimeout(180_000)
  const { data } = hallWithPast()
  const hall = await startHall({ data })
  const counter = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(counter.page)
  await clerk.signIn()
  await hasWholeLabels(counter.page, 'first screen')
  await clerk.startReceive('선불식 할부거래업 등록변경신고', '선불식 할부거래업 등록변경신고')
  await hasWholeLabels(counter.page, 'receipt')
  await counter.page.getByRole('textbox', { name: '민원인 이름' }).fill('김영수')
  await clerk.press('Control+Enter')
  await counter.page.getByRole('heading', { name: '접수 안내' }).waitFor()
  for (const tab of [1, 2, 3, 4] as const) {
    await clerk.openTab(tab)
    await hasWholeLabels(counter.page, `tab ${tab}`)
  }
  await counter.app.close()
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  await page.getByRole('button', { name: /F6 법정 점검/ }).waitFor()
  await hasWholeLabels(page, 'overview')
  await app.close()
  await hall.stop()
})
