import { expect, test, type Locator } from '@playwright/test'
import { Clerk, hasNoViolation } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { testPassword } from '../support/people.ts'

/** The form of a receipt: what is typed while Hangul is composed, and what a press says that cannot be done yet. */

/** Escape as a keyboard sends it while the input method of the system still composes a syllable. */
const escapeInSyllable = (at: Locator) =>
  at.dispatchEvent('keydown', { key: 'Process', code: 'Escape', isComposing: true, keyCode: 229, bubbles: true })

test('Esc in a syllable keeps the form and the window, and a grey “Receive” goes to what is wrong', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await page.setViewportSize({ width: 1366, height: 768 })
  await clerk.startReceive('공인중개사 재교부', '공인중개사 자격증 재교부')
  const name = page.getByRole('textbox', { name: '민원인 이름' })
  const receive = page.getByRole('button', { name: /접수.*Ctrl\+Enter/ })

  // Nothing is typed: the name is what is missing.
  await name.blur()
  await receive.click({ force: true })
  await expect(name).toBeFocused()
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await hasNoViolation(page)

  await page.keyboard.type('김영')
  await expect(name).toHaveAttribute('aria-invalid', 'false')
  const ime = await page.context().newCDPSession(page)
  await ime.send('Input.imeSetComposition', { text: '수', selectionStart: 1, selectionEnd: 1 })
  await escapeInSyllable(name)
  await ime.send('Input.insertText', { text: '수' })
  await expect(name).toHaveValue('김영수')

  // What is wrong lies in a part that is folded.
  const more = page.getByText('신청서·접수 방법', { exact: true })
  await more.click()
  await page.getByRole('checkbox', { name: '대리인이 왔음' }).check()
  await more.click()
  const proxy = page.getByRole('textbox', { name: '대리인 이름' })
  await expect(proxy).toBeHidden()
  await receive.click({ force: true })
  await expect(proxy).toBeFocused()
  await expect(proxy).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByRole('alert').filter({ hasText: '표시된 항목을 고치세요' })).toBeVisible()
  // The keyboard comes there as well, and what is too short to be a day is marked.
  await proxy.fill('이순자')
  const birth = page.getByRole('textbox', { name: /생년월일/ })
  await birth.fill('1990')
  await more.click()
  await clerk.press('Control+Enter')
  await expect(birth).toBeFocused()
  await expect(birth).toHaveAttribute('aria-invalid', 'true')
  await birth.fill('')

  // A window over the form, and what was typed in it.
  await page.getByRole('button', { name: '민원이 아님…' }).click()
  const dialog = page.getByRole('dialog')
  const first = dialog.locator('input').first()
  await first.waitFor()
  await escapeInSyllable(first)
  await expect(dialog).toBeVisible()
  await clerk.press('Escape')
  await expect(dialog).toBeHidden()
  await clerk.press('Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await app.close()
  await hall.stop()
})

test('what was voided is offered to the next receipt, and gives it its time', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const dialog = page.getByRole('dialog')
  await clerk.signIn()
  await clerk.receive('공인중개사 재교부', '공인중개사 자격증 재교부', '김영수')
  await page.getByRole('button', { name: '그 밖의 처리' }).press('Enter')
  await page.getByRole('menuitem', { name: '오접수 취소…' }).press('Enter')
  await dialog.waitFor()
  await clerk.type('취소 사유', '다른 민원으로 접수함')
  await dialog.getByLabel(/의 비밀번호/).fill(testPassword)
  await clerk.finishForm()
  await expect(page.locator('main')).toContainText('오접수')

  await clerk.startReceive('공인중개사 재교부', '공인중개사 자격증 재교부')
  const again = page.getByRole('group', { name: '오접수 취소한 접수를 다시 접수' })
  await expect(again.getByRole('radio')).toHaveCount(2)
  await hasNoViolation(page)
  await page.keyboard.type('김영수')
  await clerk.choose(again.getByRole('radio', { name: /공인중개사 자격증 재교부/ }))
  await clerk.press('Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await expect(page.locator('main')).toContainText(/오접수 취소 \d{4}-\d{2}-\d{5} 대신/)
  await app.close()
  await hall.stop()
})
