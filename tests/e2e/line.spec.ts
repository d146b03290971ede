import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'

test('the line falls in the middle of a case and comes back: the work goes on and nothing is lost', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 3)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.receive('공인중개사 재교부', title, '김영수')
  await clerk.finishStep('1 신분·자격 확인')

  await hall.stop()
  const line = page.getByRole('status', { name: '회선 상태' })
  await expect(line).toContainText('오프라인')
  await clerk.finishStep('2 신청서 접수')
  await clerk.finishStep('3 요건 심사')
  await expect(line).toContainText('미전송')
  await hasNoViolation(page)
  await picture(page, info, 'counter-offline')
  await clerk.fillForm('결정…')

  const again = await startHall({ data: hall.data, port: hall.port })
  await expect(line).toContainText('회선 연결', { timeout: 15_000 })
  await expect(line).not.toContainText('미전송')
  await clerk.fillForm('통지…')
  await clerk.finishStep('4 작성·교부')
  await clerk.fillForm('교부…', async () => {
    await clerk.tabTo(page.getByRole('radio', { name: '주민등록증' }))
    await clerk.press('Space')
  })
  await expect(page.locator('main')).toContainText('종결')
  await clerk.press('F8')
  await clerk.isFree()
  await clerk.welcomeNext('가 002')
  await app.close()
  await again.stop()
})

test('offline, the paper ticket in the hand of the visitor is taken by its number', async ({ browser }, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await hall.stop()
  await expect(page.getByRole('status', { name: '회선 상태' })).toContainText('오프라인')
  await clerk.press('F2')
  await page.getByRole('heading', { name: '종이 번호표 받기' }).waitFor()
  await page.keyboard.type('2')
  await hasNoViolation(page)
  await picture(page, info, 'counter-offline-take')
  await clerk.press('Control+Enter')
  await clerk.hasTicket('가 002', '응대 중')
  await clerk.press('Control+F12')
  await expect(page.getByText(/동료에게 닿지 않았습니다. 전화로 알리세요: .*02-/)).toBeVisible()
  await app.close()
})

test('two counters press call next at the same moment: each gets another visitor', async ({ browser }) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const pcs = [
    await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket }),
    await launchWindow({ role: 'counter', machine: 'counter-2', hall: hall.socket }),
  ]
  const clerks = pcs.map((pc) => new Clerk(pc.page))
  for (const clerk of clerks) await clerk.signIn()
  await Promise.all(clerks.map((c) => c.press('F2')))
  const tickets = await Promise.all(
    pcs.map(async ({ page }) => {
      const mine = page.getByRole('complementary', { name: '내 번호표' })
      await expect(mine).toContainText('호출 중')
      return /가\s?(\d{3})/.exec(await mine.innerText())?.[1]
    }),
  )
  expect(new Set(tickets)).toEqual(new Set(['001', '002']))
  for (const pc of pcs) await pc.app.close()
  await hall.stop()
})

test('a counter that is killed in the middle of a case finds it again as it was', async ({ browser }) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 1)
  const first = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(first.page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.receive('공인중개사 재교부', title, '김영수')
  await clerk.finishStep('1 신분·자격 확인')
  const ended = new Promise((exit) => first.app.process().once('exit', exit))
  first.app.process().kill('SIGKILL')
  await ended

  const second = await launchWindow({ role: 'counter', hall: hall.socket, dataFolder: first.dataFolder })
  const back = new Clerk(second.page)
  await back.unlock()
  await back.hasTicket('가 001', '응대 중')
  await expect(second.page.locator('main')).toContainText('4단계 중 1단계 마침')
  await expect(second.page.locator('.case-head').getByText('김*수')).toBeVisible()
  await second.app.close()
  await hall.stop()
})

test('the supervisor sees the queue, the counters and a ticket called', { tag: '@long' }, async ({ browser }, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 3)
  const counter = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(counter.page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  await expect(page.locator('body')).toContainText('가 001')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor')
  await app.close()
  await counter.app.close()
  await hall.stop()
})
