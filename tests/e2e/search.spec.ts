import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

test('a clerk finds while a syllable is composed, in the wrong mode, by what people say, and without typing', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', machine: 'counter-3', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  const box = page.getByRole('combobox', { name: '민원 찾기' })
  const first = page.getByRole('listbox', { name: '민원 찾기' }).getByRole('option').first()

  await clerk.press('F9')
  const ime = await page.context().newCDPSession(page)
  await ime.send('Input.insertText', { text: '공인' })
  await ime.send('Input.imeSetComposition', { text: '주', selectionStart: 1, selectionEnd: 1 })
  await expect(first).toContainText('공인중개사 자격증 재교부')
  await expect(first.locator('mark')).toHaveText('공인중')
  await ime.send('Input.imeSetComposition', { text: '중', selectionStart: 1, selectionEnd: 1 })
  // Enter ends the syllable and receives nothing.
  await box.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, keyCode: 229, bubbles: true })
  await expect(box).toHaveValue('공인중')
  await ime.send('Input.insertText', { text: '중' })

  // Where nothing was found no key is said to receive anything.
  const keys = page.getByRole('search').locator('.hint')
  await box.fill('쀍쀍쀍')
  await expect(page.getByText('찾은 민원이 없습니다')).toBeVisible()
  await expect(keys).toHaveText('Esc 닫기')
  await box.fill('tlsans')
  await expect(page.getByText('한글로 바꿔 찾음: 신문')).toBeVisible()
  await expect(first.locator('mark')).toHaveText('신문')
  await box.fill('자동차등록증을 잃어버렸어요')
  await expect(first).toContainText('자동차등록증 재발급')
  await box.fill('명의이전')
  await expect(first).toContainText('다른 이름에서 찾음: 명의이전')
  await hasNoViolation(page)
  await picture(page, info, 'counter-search')
  await clerk.press('Enter')
  await page.getByRole('textbox', { name: '민원인 이름' }).waitFor()

  await clerk.press('F9')
  await expect(page.getByRole('list', { name: '최근에 쓴 민원' })).toContainText('자동차 이전등록')
  await page.getByText('분류별로 보기').click()
  await page.getByText('언론·출판').click()
  await hasNoViolation(page)
  await picture(page, info, 'counter-contents')
  await page.getByRole('list', { name: '언론·출판' }).getByRole('button', { name: 'PRS-03' }).click()
  await expect(page.getByRole('complementary', { name: '표준 매뉴얼' })).toContainText('인터넷신문사업 등록')
  await clerk.press('Control+Enter')
  await page.getByRole('textbox', { name: '민원인 이름' }).waitFor()

  // What another office receives is marked, and received only by a second step that no key does.
  await clerk.startReceive('부동산개발업 등록', '부동산개발업 등록 다른 곳에서 접수')
  await page.keyboard.type('김영수')
  await clerk.press('Control+Enter')
  const dialog = page.getByRole('dialog', { name: '부동산개발업 등록' })
  await expect(dialog).toContainText('이 민원실에서 접수하지 않습니다')
  await hasNoViolation(page)
  await picture(page, info, 'counter-elsewhere')
  await clerk.press('Control+Enter')
  await expect(dialog).toBeVisible()
  await clerk.tabTo(dialog.getByRole('button', { name: '그래도 접수하기' }))
  await clerk.press('Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await app.close()
  await hall.stop()
})
