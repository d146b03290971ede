import { expect, test, type Page, type TestInfo } from '@playwright/test'
import { en } from '../../renderer/text/en.ts'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'
import { testPassword } from '../support/people.ts'

/** What stands in the bars of a desk, and its lists in English, at the small size as well. */

const title = '공인중개사 자격증 재교부'

/** In both languages and sizes; the screen is Korean and small afterwards. */
async function pictures(page: Page, info: TestInfo, name: string, inEnglish?: () => Promise<void>): Promise<void> {
  await picture(page, info, `${name}-ko`)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await picture(page, info, `${name}-en`)
  await inEnglish?.()
  await page.getByRole('button', { name: '한국어', exact: true }).click()
}

test('Ctrl+L locks and keeps what is typed; Ctrl+E asks before it throws that away', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const name = page.getByRole('textbox', { name: '민원인 이름' })
  const asks = page.getByRole('dialog', { name: '적던 내용이 있습니다' })
  await clerk.signIn()
  await page.setViewportSize({ width: 1366, height: 768 })
  await expect(page.getByRole('button', { name: '잠금 Ctrl+L' })).toContainText('Ctrl+L')
  await clerk.startReceive('공인중개사 재교부', title)
  await page.keyboard.type('김영수')
  await clerk.press('Control+l')
  await clerk.unlock()
  await expect(name).toHaveValue('김영수')
  await name.focus()

  await clerk.press('Control+e')
  await asks.waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'leave-asks')
  await clerk.press('Escape')
  await expect(asks).toHaveCount(0)
  await expect(name).toHaveValue('김영수')
  await clerk.press('Control+e')
  await asks.waitFor()
  await clerk.press('Control+Enter')
  await clerk.signIn('박지훈')
  await expect(name).toHaveCount(0)
  // Two clicks on the other language are one change, whatever lies under the pointer after the first.
  const language = page.getByRole('button', { name: 'English', exact: true })
  const before = await language.boundingBox()
  await language.dblclick()
  const other = page.getByRole('button', { name: '한국어', exact: true })
  expect(await other.boundingBox()).toEqual(before)
  await page.getByRole('button', { name: 'F1 Help' }).click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.bell-sign')).toHaveCount(0)
  await other.click()
  await pictures(page, info, 'counter-bar')
  await clerk.press('F1')
  await expect(page.getByRole('dialog')).toContainText('Ctrl+E근무 마침')
  await picture(page, info, 'counter-keys')
  await clerk.press('Escape')

  // Where nothing is typed nobody is asked.
  await clerk.press('Control+e')
  await page.getByRole('combobox', { name: '근무자 고르기' }).waitFor()
  await app.close()
  await hall.stop()
})

test('a refusal leaves with its reason, and a document that is not there is said where one decides', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const bar = page.locator('footer')
  await clerk.signIn()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: /번호표 없이/ }).click()
  await clerk.receive('공인중개사 재교부', title, '김영수')
  await clerk.press('Control+Enter')
  await expect(bar.getByRole('alert')).toContainText('남은 확인')
  const checks = page.locator('.check input[type="checkbox"]')
  for (let i = 0, count = await checks.count(); i < count; i++) {
    await checks.nth(i).press('Space')
    await expect(checks.nth(i)).toBeChecked()
  }
  await expect(page.getByRole('button', { name: /신분·자격 확인 마침/ })).not.toHaveAttribute('aria-disabled', 'true')
  await expect(bar).not.toContainText('남은 확인')
  await pictures(page, info, 'ticked')
  await clerk.press('Control+Enter')
  for (const step of ['2 신청서 접수', '3 요건 심사']) await clerk.finishStep(step)

  await clerk.markDocument('사진(반명함판)', '없음')
  await expect(bar.getByText('없는 서류 1건', { exact: true })).toBeVisible()
  await expect(bar.getByText('수수료 800원 받지 않음')).toBeVisible()
  await pictures(page, info, 'missing', async () => {
    await page.setViewportSize({ width: 1366, height: 768 })
    const said = bar.getByText(en.case.acts.documentsMissing(1, 0), { exact: true })
    await expect(said).toBeVisible()
    await expect(bar.getByRole('button', { name: 'Request supplement…' })).toBeVisible()
    // As wide as it becomes where documents are unsettled as well.
    const over = await said.evaluate(
      (e, text) => {
        const hint = e.closest('.bar-hint')
        const [node, was] = [e.lastChild, e.lastChild?.nodeValue ?? null]
        if (!node || !hint) return undefined
        node.nodeValue = text
        const seen = [hint.scrollWidth - hint.clientWidth, hint.scrollHeight - hint.clientHeight]
        node.nodeValue = was
        return seen
      },
      en.case.acts.documentsMissing(2, 3),
    )
    expect(over).toEqual([0, 0])
  })
  await hasNoViolation(page)
  await clerk.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('없는 서류 1건: 사진(반명함판)')
  await hasNoViolation(page)
  await picture(page, info, 'decide-missing')
  await clerk.press('Escape')
  await bar.getByRole('button', { name: '받기…' }).click()
  await expect(page.getByRole('dialog').getByRole('radio', { name: '수입증지' })).toBeFocused()
  await expect(page.getByRole('dialog').getByRole('radio', { name: '수입증지' })).toBeChecked()
  await picture(page, info, 'fee')
  await clerk.press('Escape')
  await bar.getByRole('button', { name: '보완 요구…' }).click()
  await page.getByRole('dialog', { name: /^보완 요구/ }).waitFor()
  // A form that a lock came over leaves the focus in the page.
  await clerk.press('Control+l')
  await clerk.unlock()
  await page.getByRole('dialog').waitFor()
  await clerk.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('main').locator(':focus').or(page.locator('main:focus'))).toHaveCount(1)
  await app.close()
  await hall.stop()
})

test(
  'in English the rows of the guide stay one line each, and the supervisor reads when a no-show was',
  { tag: '@long' },
  async ({ browser }, info) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 3)
    const counter = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(counter.page)
    await clerk.signIn()
    await clerk.press('F2')
    await clerk.hasTicket('가 001', '호출 중')
    await clerk.press('F3')
    await expect(counter.page.getByRole('button', { name: 'F7 부재' })).not.toHaveAttribute('aria-disabled', 'true')
    await clerk.press('F7')
    await clerk.isFree()
    await counter.app.close()

    const guide = await launchWindow({ role: 'guide', hall: hall.socket })
    await guide.page.setViewportSize({ width: 1280, height: 800 })
    await signInAs(guide.page, '안소희')
    await guide.page.getByRole('button', { name: '가 003 우선배려로' }).click()
    await expect(guide.page.getByRole('button', { name: '가 003 일반으로' })).toBeVisible()
    await guide.page.getByRole('button', { name: 'English', exact: true }).click()
    for (const row of await guide.page.locator('.guide-rows > li').all())
      expect((await row.boundingBox())?.height).toBeLessThan(80)
    await guide.page.screenshot({ path: info.outputPath('guide-en-1280x800.png') })
    await guide.page.setViewportSize({ width: 768, height: 1024 })
    await guide.page.screenshot({ path: info.outputPath('guide-en-768x1024.png') })
    await picture(guide.page, info, 'guide-en')
    await guide.page.keyboard.press('Control+l')
    await guide.page.getByLabel('Password', { exact: true }).fill(testPassword)
    await guide.page.keyboard.press('Enter')
    await guide.page.getByText('2 waiting').waitFor()
    await guide.page.keyboard.press('Control+e')
    await guide.page.getByRole('combobox').waitFor()
    await guide.app.close()

    const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    await signInAs(page, '정하은')
    await page.getByRole('button', { name: /F6 법정 점검/ }).waitFor()
    await pictures(page, info, 'overview', async () => {
      await page.setViewportSize({ width: 1366, height: 768 })
      const row = page.getByRole('region', { name: 'No-shows' }).getByRole('listitem')
      const time = await row.locator('.meta').evaluate((e) => e.scrollWidth - e.clientWidth)
      expect(time).toBe(0)
      await row.getByRole('button').click()
      const back = page
        .getByRole('region', { name: 'Next tickets' })
        .getByRole('listitem')
        .filter({ hasText: '가 001' })
      await back.waitFor()
      expect((await back.boundingBox())?.height).toBeLessThan(100)
      expect(await page.locator('.top output').evaluate((e) => e.scrollWidth - e.clientWidth)).toBe(0)
    })
    await page.keyboard.press('Control+e')
    await page.getByRole('combobox', { name: '근무자 고르기' }).waitFor()
    await app.close()
    await hall.stop()
  },
)
