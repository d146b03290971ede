import { expect, test, type Page, type TestInfo } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

/** Whose case it is, and which counter has it, in windows of their own. */

const title = '공인중개사 자격증 재교부'

/** A picture in each language; the screen is Korean before and after. */
async function inBothLanguages(page: Page, info: TestInfo, name: string): Promise<void> {
  await hasNoViolation(page)
  await picture(page, info, name)
  await page.getByRole('button', { name: 'English' }).click()
  await hasNoViolation(page)
  await picture(page, info, `${name}-en`)
  await page.getByRole('button', { name: '한국어' }).click()
}

/** Opens a rare act of a case from its menu. */
async function openFromMenu(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: '그 밖의 처리' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: act }).press('Enter')
  await page.getByRole('dialog').waitFor()
}

test(
  'cases of one title are told apart by whose they are, and one that is not of the visitor says so',
  { tag: '@long' },
  async ({ browser }, info) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 1)
    const { page, app } = await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket })
    const clerk = new Clerk(page)
    await clerk.signIn('이서연')
    await clerk.receive('공인중개사 재교부', title, '이순희')
    await clerk.receive('공인중개사 재교부', title, '박영자')
    await clerk.welcomeNext('가 001')
    await clerk.receive('공인중개사 재교부', title, '김영수')

    const chips = page.getByRole('navigation', { name: '민원 바꾸기' })
    await expect(chips.getByText('이 응대', { exact: true })).toBeVisible()
    const ofVisit = chips.getByRole('list', { name: '이 응대' }).getByRole('button')
    await expect(ofVisit).toHaveAttribute('aria-pressed', 'true')
    await expect(ofVisit).toHaveText(/김\*수 01-00003/)
    const other = chips.getByRole('list', { name: '내 민원' }).getByRole('button', { name: '이*희 01-00001' })
    const notOfVisit = page.getByText('이 응대에서 접수한 민원이 아님')
    await expect(notOfVisit).toHaveCount(0)
    await inBothLanguages(page, info, 'counter-chips')
    await clerk.tabTo(other)
    await clerk.press('Enter')
    await expect(other).toHaveAttribute('aria-pressed', 'true')
    await expect(ofVisit).toHaveAttribute('aria-pressed', 'false')
    await expect(notOfVisit).toBeVisible()
    await inBothLanguages(page, info, 'counter-case-of-another')

    await clerk.press('F9')
    for (const whose of ['이*희', '박*자', '김*수'])
      await expect(
        page.getByRole('button', { name: new RegExp(`${title}.*${whose.replace('*', '\\*')}`) }).last(),
      ).toBeVisible()
    await inBothLanguages(page, info, 'counter-own-cases')
    await app.close()
    await hall.stop()
  },
)

test(
  'a case of another counter says which, the number is sent there; a case is passed to who is there, and comes marked',
  { tag: '@long' },
  async ({ browser }, info) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 1)
    const one = await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket })
    const two = await launchWindow({ role: 'counter', machine: 'counter-3', hall: hall.socket })
    const [first, second] = [new Clerk(one.page), new Clerk(two.page)]
    await first.signIn('이서연')
    await second.signIn('박지훈')
    await first.receive('공인중개사 재교부', title, '김영수')

    await second.welcomeNext('가 001')
    await second.press('F9')
    await two.page.keyboard.type('01-00001')
    await expect(two.page.getByRole('option', { selected: true })).toContainText('창구 1 · 이서연 담당')
    await second.press('Enter')
    await expect(two.page.getByRole('button', { name: '처음 화면으로 Ctrl+Enter' })).toBeFocused()
    await inBothLanguages(two.page, info, 'counter-held-by-another')
    await second.tabTo(two.page.getByRole('button', { name: '창구 1에 이 번호 보내기…' }))
    await second.press('Enter')
    await expect(two.page.getByLabel('받을 창구')).toHaveValue('counter counter-1')
    await second.press('Escape')

    await openFromMenu(one.page, '다른 창구로 인계…')
    const target = one.page.getByLabel('받을 창구')
    await expect(target).toHaveValue('')
    await expect(target.getByRole('option').nth(1)).toHaveText(/창구 3 .* 박지훈/)
    await first.press('Control+Enter')
    await expect(one.page.getByRole('alert')).toContainText('‘받을 창구’에서 고르세요.')
    await target.selectOption('counter-2')
    await expect(one.page.getByRole('dialog')).toContainText('지금 그 창구에는 민원을 받아 처리할 사람이 없습니다.')
    await hasNoViolation(one.page)
    await picture(one.page, info, 'counter-pass')
    await target.selectOption('counter-3')
    await first.finishForm()
    await expect(one.page.getByText('창구 3 · 박지훈 담당')).toBeVisible()
    await expect(one.page.getByRole('button', { name: '처음 화면으로 Ctrl+Enter' })).toBeFocused()

    await second.press('F9')
    await expect(two.page.getByRole('button', { name: new RegExp(title) })).toContainText('창구 1에서 넘겨받음')
    await inBothLanguages(two.page, info, 'counter-passed')
    await first.receive('공인중개사 재교부', title, '이순희')
    await two.app.close()
    await one.page.getByRole('button', { name: '그 밖의 처리' }).waitFor()
    await openFromMenu(one.page, '다른 창구로 인계…')
    await expect(target.getByRole('option').nth(1)).toHaveText(/창구 3 .* 박지훈 · 회선 끊김/)
    await one.app.close()
    await hall.stop()
  },
)
