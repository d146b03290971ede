import { expect, test, type Page } from '@playwright/test'
import { Clerk, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'
import { scan } from '../support/scan.ts'

/** What is typed stands there again when its case or its visitor comes back, for who typed it, until it is saved. */

const title = '공인중개사 자격증 재교부'
const noteIn = (page: Page) => page.getByRole('textbox', { name: '메모' })
const nameIn = (page: Page) => page.getByRole('textbox', { name: '민원인 이름' })

test('what is typed in a case outlives that the case leaves the screen, and goes once it is saved or another person comes', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const chips = page.getByRole('navigation', { name: '민원 바꾸기' })
  const write = page.getByRole('button', { name: /^신청서 (?:적기|고치기)/ })
  const open = async (whose: string) => {
    await clerk.tabTo(chips.getByRole('button', { name: whose }))
    await clerk.press('Enter')
    await expect(chips.getByRole('button', { name: whose })).toHaveAttribute('aria-pressed', 'true')
  }
  await clerk.signIn('이서연')
  await clerk.receive('공인중개사 재교부', title, '이순희')
  await clerk.receive('공인중개사 재교부', title, '김영수')

  // A note: over another tab, another case and the search.
  await noteIn(page).fill('사진을 다시 받을 것')
  await clerk.openTab(2)
  await clerk.openTab(1)
  await expect(noteIn(page)).toHaveValue('사진을 다시 받을 것')
  await open('이*희')
  await expect(noteIn(page)).toHaveValue('')
  await open('김*수')
  await expect(noteIn(page)).toHaveValue('사진을 다시 받을 것')
  await clerk.press('F9')
  await page
    .getByRole('button', { name: new RegExp(`${title}.*김\\*수`) })
    .last()
    .click()
  await expect(noteIn(page)).toHaveValue('사진을 다시 받을 것')
  await noteIn(page).press('Enter')
  await expect(noteIn(page)).toHaveValue('')
  await open('이*희')
  await open('김*수')
  await expect(noteIn(page)).toHaveValue('')

  // The application, with the screen on which it was typed.
  await clerk.openTab(3)
  await write.click()
  const field = page.locator('main form').getByRole('textbox').first()
  await field.fill('카나리아로 77')
  await open('이*희')
  await expect(noteIn(page)).toBeVisible()
  await open('김*수')
  await expect(field).toHaveValue('카나리아로 77')

  // Whoever ends the shift is asked though the case is not on the screen; whoever comes next finds nothing of it.
  await open('이*희')
  await clerk.press('Control+e')
  const ask = page.getByRole('dialog', { name: '적던 내용이 있습니다' })
  await ask.waitFor()
  await clerk.press('Control+Enter')
  await signInAs(page, '박지훈')
  await page.getByRole('heading', { name: '민원 찾기' }).waitFor()
  await page
    .getByRole('button', { name: new RegExp(`${title}.*김\\*수`) })
    .last()
    .click()
  await clerk.openTab(3)
  await expect(write).toBeVisible()
  expect(await page.content()).not.toContain('카나리아로')
  await clerk.press('Control+e')
  await expect(page.getByRole('combobox', { name: '근무자 고르기' })).toBeFocused()
  await app.close()
  await hall.stop()
})

test('what is typed of a receipt outlives a look at the search, and is not there for the next visitor', async ({
  browser,
}) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn('이서연')
  await clerk.welcomeNext('가 001')
  await clerk.startReceive('공인중개사 재교부', title)
  await nameIn(page).fill('김영수')
  await clerk.startReceive('공인중개사 재교부', title)
  await expect(nameIn(page)).toHaveValue('김영수')
  // Given up, it is gone.
  await clerk.press('Escape')
  await clerk.startReceive('공인중개사 재교부', title)
  await expect(nameIn(page)).toHaveValue('')
  await nameIn(page).fill('김영수')
  await clerk.press('F8')
  await clerk.isFree()
  // The visit was ended too early: until the next visitor comes it can be gone on with.
  await clerk.startReceive('공인중개사 재교부', title)
  await expect(nameIn(page)).toHaveValue('김영수')
  await clerk.welcomeNext('가 002')
  await clerk.startReceive('공인중개사 재교부', title)
  await expect(nameIn(page)).toHaveValue('')
  // Received, it is gone too.
  await nameIn(page).fill('이순희')
  await clerk.press('Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await clerk.startReceive('공인중개사 재교부', title)
  await expect(nameIn(page)).toHaveValue('')
  await app.close()
  await hall.stop()
})

test('a form that was open when a slip was scanned is open again with its case, and not once it was closed', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn('이서연')
  await clerk.receive('공인중개사 재교부', title, '김영수')
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByRole('textbox', { name: /사유/ })
  const openVoid = async () => {
    await page.getByRole('button', { name: '그 밖의 처리' }).focus()
    await clerk.press('Enter')
    await page.getByRole('menuitem', { name: '오접수 취소…' }).press('Enter')
    await dialog.waitFor()
  }
  const goBack = async () => {
    await clerk.press('F9')
    await page
      .getByRole('button', { name: new RegExp(`${title}.*김\\*수`) })
      .last()
      .click()
    await page.getByRole('region', { name: '처리 단계' }).waitFor()
  }
  await openVoid()
  await reason.fill('두 번 접수함')
  await scan(page, 'CG1-20260101-A1')
  await expect(dialog).toHaveCount(0)
  await goBack()
  await expect(reason).toHaveValue('두 번 접수함')
  await clerk.press('Escape')
  await expect(dialog).toHaveCount(0)
  await goBack()
  await expect(dialog).toHaveCount(0)
  await openVoid()
  await expect(reason).toHaveValue('')
  await app.close()
  await hall.stop()
})
