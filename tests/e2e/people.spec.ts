import { expect, test, type Page, type TestInfo } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { testPassword } from '../support/people.ts'

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })

/** Gives a temporary password in the open window, with the administrator's own, after another one was typed. */
async function giveTemporary(page: Page, info: TestInfo, wrong?: string): Promise<string> {
  const own = page.getByRole('dialog').getByLabel('내 비밀번호', { exact: true })
  await expect(own).toBeFocused()
  if (wrong !== undefined) {
    await own.fill(wrong)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('alert')).toContainText('비밀번호가 다릅니다')
    await hasNoViolation(page)
    await picture(page, info, 'give-password')
  }
  await own.fill('nine blue kites')
  await page.keyboard.press('Control+Enter')
  const given = await page.getByRole('dialog').locator('code').innerText()
  await page.keyboard.press('Escape')
  return given
}

test('the first administrator is registered with the code of the server and gives a temporary password, which a clerk replaces', async ({}, info) => {
  const hall = await startHall({ passwords: false })
  const boss = await launchWindow({ role: 'supervisor', hall: hall.socket })
  const { page } = boss
  const desk = new Clerk(page)
  await desk.tabTo(page.getByRole('button', { name: '관리자 등록…' }))
  await desk.press('Enter')
  await page.getByRole('textbox', { name: '등록 코드' }).fill('0000-0000-0000-0000')
  for (const label of ['새 비밀번호', '새 비밀번호 다시']) await field(page, label).fill('nine blue kites')
  await hasNoViolation(page)
  await picture(page, info, 'claim')
  await field(page, '새 비밀번호 다시').press('Enter')
  await expect(page.getByRole('alert')).toContainText('등록 코드가 다릅니다')
  await page.getByRole('textbox', { name: '등록 코드' }).fill(hall.code.toLowerCase())
  await field(page, '새 비밀번호 다시').press('Enter')

  // An administrator has the page 관리 alone.
  const list = page.getByRole('region', { name: '직원 목록' })
  await page.getByRole('button', { name: '류건우' }).waitFor()
  await desk.press('Control+4')
  const row = list.getByRole('row').filter({ hasText: '이서연' })
  await expect(row).toContainText('없음')
  await hasNoViolation(page)
  await picture(page, info, 'roster')
  await desk.tabTo(row.getByRole('button', { name: '임시 비밀번호…' }))
  await desk.press('Enter')
  const temporary = await giveTemporary(page, info)
  expect(temporary).toMatch(/^\w{5}-\w{5}-\w{5}$/)
  await expect(row).toContainText('임시')

  const counter = await launchWindow({ role: 'counter', hall: hall.socket })
  await signInAs(counter.page, '이서연', temporary)
  await counter.page.getByRole('heading', { name: '새 비밀번호 정하기' }).waitFor()
  await field(counter.page, '임시 비밀번호').fill(temporary)
  for (const label of ['새 비밀번호', '새 비밀번호 다시']) await field(counter.page, label).fill('seven green boats')
  await hasNoViolation(counter.page)
  await picture(counter.page, info, 'renew')
  await field(counter.page, '새 비밀번호 다시').press('Enter')
  await counter.page.getByRole('heading', { name: '민원 찾기' }).waitFor()

  // A temporary password does not unlock a session: it is replaced first.
  const clerk = new Clerk(counter.page)
  await clerk.press('Control+l')
  await counter.page.getByRole('heading', { name: '화면 잠김' }).waitFor()
  await desk.tabTo(row.getByRole('button', { name: '임시 비밀번호…' }))
  await desk.press('Enter')
  const second = await giveTemporary(page, info, 'wrong password')
  await expect(row).toContainText('임시')
  await counter.page.keyboard.type(second)
  await clerk.press('Enter')
  await counter.page.getByRole('heading', { name: '새 비밀번호 정하기' }).waitFor()
  await field(counter.page, '임시 비밀번호').fill(second)
  for (const label of ['새 비밀번호', '새 비밀번호 다시']) await field(counter.page, label).fill('늦가을 은행잎 세 장')
  await hasNoViolation(counter.page)
  await picture(counter.page, info, 'renew-at-lock')
  await field(counter.page, '새 비밀번호 다시').press('Enter')
  await counter.page.getByRole('heading', { name: '민원 찾기' }).waitFor()

  // Who leaves is out at once, wherever the session is open.
  await expect(row).toContainText('창구 1에서 근무 중')
  await desk.tabTo(row.getByRole('button', { name: '퇴직…' }))
  await desk.press('Enter')
  await page.getByRole('dialog').waitFor()
  await desk.press('Control+Enter')
  await counter.page.getByRole('combobox', { name: '근무자 고르기' }).waitFor()
  await expect(counter.page.getByRole('option', { name: /이서연/ })).toHaveCount(0)
  for (const pc of [boss, counter]) await pc.app.close()
  await hall.stop()
})

test('wrong passwords make one wait; a locked PC shows nothing and keeps what was typed; a PIN unlocks it', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await signInAs(page, '이서연', 'wrong password')
  await expect(page.getByRole('alert')).toContainText('비밀번호가 다릅니다')
  await hasNoViolation(page)
  await picture(page, info, 'sign-in')
  for (let i = 0; i < 4; i++) {
    await page.keyboard.type('wrong password')
    await page.keyboard.press('Enter')
    await expect(field(page, '비밀번호')).toHaveValue('')
  }
  await expect(page.getByText(/초 뒤에 다시/).first()).toBeVisible()
  await page.keyboard.type(testPassword)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('기다려야')

  await page.getByRole('combobox', { name: '근무자 고르기' }).focus()
  await page.keyboard.type('박지훈')
  await page.getByRole('option', { name: '박지훈', selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type(testPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '민원 찾기' }).waitFor()

  await clerk.tabTo(page.getByRole('button', { name: /박지훈/ }))
  await clerk.press('Enter')
  await page.getByRole('dialog').waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'account')
  await field(page, '비밀번호로 본인 확인').fill(testPassword)
  await field(page, 'PIN 여섯 자리').fill('274913')
  await field(page, 'PIN 여섯 자리').press('Enter')
  await expect(page.getByRole('dialog')).toContainText('PIN을 정했습니다')
  await clerk.press('Escape')

  await clerk.startReceive('공인중개사 재교부', '공인중개사 자격증 재교부')
  await page.keyboard.type('김영수')
  await clerk.press('Control+l')
  await page.getByRole('heading', { name: '화면 잠김' }).waitFor()
  expect(await page.content()).not.toContain('공인중개사')
  expect(await page.locator('input').evaluateAll((all) => all.map((i) => (i as HTMLInputElement).value))).toEqual([''])
  await hasNoViolation(page)
  await picture(page, info, 'locked')
  await page.keyboard.type('111111')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'PIN이 다릅니다' })).toBeVisible()
  await page.keyboard.type('274913')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: '민원인 이름' })).toHaveValue('김영수')

  // The system knows of no idle time, as on several Wayland desktops, and nobody has touched the window for eleven minutes.
  if (process.platform === 'linux') {
    await app.evaluate(() => {
      const { now } = Date
      Date.now = () => now() + 11 * 60_000
    })
    await page.getByRole('heading', { name: '화면 잠김' }).waitFor({ timeout: 15_000 })
    await page.keyboard.type('274913')
    await page.keyboard.press('Enter')
    // Those keys count: it is open still when the shell asks the system for the second time.
    await app.evaluate(
      ({ powerMonitor }) =>
        new Promise<void>((done) => {
          let asked = 0
          const getSystemIdleTime = () => {
            if (++asked === 2) done()
            return 0
          }
          Object.assign(powerMonitor, { getSystemIdleTime })
        }),
    )
    await expect(page.getByRole('textbox', { name: '민원인 이름' })).toHaveValue('김영수')
  }

  // The system says that nobody has touched this PC for eleven minutes.
  await app.evaluate(({ powerMonitor }) => void Object.assign(powerMonitor, { getSystemIdleTime: () => 660 }))
  await page.getByRole('heading', { name: '화면 잠김' }).waitFor({ timeout: 15_000 })
  // Whoever is in need does not unlock first.
  await clerk.press('Control+F12')
  await expect(page.locator('.bell-sign')).toContainText('알림 보냄')
  await app.close()
  await hall.stop()
})
