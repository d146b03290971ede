import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

/** A number that was called, and nobody comes. */

test('a clerk who wants the next visitor while a number is called says what becomes of it', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 2)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.press('F2')
  await clerk.hasTicket('가 001', '호출 중')
  // With another key between them two presses of F2 are no double press.
  await clerk.press('F7', 'F2')
  const asks = page.getByRole('dialog', { name: '가 001 · 아직 오지 않았습니다' })
  await asks.waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'counter-not-come-first')
  // Nobody is missing before the number was called again.
  await expect(asks.getByRole('button')).toHaveText(['유지Esc', '순번으로 되돌리기', '재호출Ctrl+Enter'])
  await clerk.press('Control+Enter')
  await expect(asks).toHaveCount(0)
  await clerk.hasTicket('가 001', '재호출 1번')
  await clerk.press('F6', 'F2')
  await expect(asks.getByRole('button')).toHaveText([
    ...['유지Esc', '재호출', '순번으로 되돌리기', '부재로 하고 다음 호출Ctrl+Enter'],
  ])
  await hasNoViolation(page)
  await picture(page, info, 'counter-not-come')
  await clerk.press('Control+Enter')
  await clerk.hasTicket('가 002', '호출 중')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: '부재' })).toContainText('가 001')

  await clerk.press('F6', 'F2')
  await clerk.tabTo(page.getByRole('dialog').getByRole('button', { name: '순번으로 되돌리기' }))
  await clerk.press('Enter')
  await clerk.isFree()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('region', { name: '다음 순서' })).toContainText('가 002')

  // Whoever is done with the last visitor hears that nobody waits, and the keys of the floor go on.
  await clerk.press('F6')
  await clerk.welcomeNext('가 002')
  await clerk.press('F2')
  await page.getByRole('dialog', { name: '아직 응대 중입니다' }).waitFor()
  await clerk.press('Control+Enter')
  await clerk.isFree()
  await expect(page.getByText('기다리는 민원인이 없습니다.').first()).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await clerk.press('F6')
  await expect(page.getByText('응대 중인 민원인이 없습니다. 다음 번호를 부르세요.')).toBeVisible()
  await app.close()
  await hall.stop()
})

test('the line falls while a number is called: the clerk calls aloud and says so, and no board calls it later', async ({
  browser,
}, info) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 1)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  await clerk.press('F2')
  await clerk.hasTicket('가 001', '호출 중')
  await hall.stop()
  await expect(page.getByRole('status', { name: '회선 상태' })).toContainText('오프라인')
  await expect(page.getByText('다음 호출 · 재호출 ·')).toBeVisible()
  await expect(page.getByText('전광판이 다시 부르지 못합니다. 직접 부르세요.', { exact: true })).toBeVisible()
  const mine = page.getByRole('complementary', { name: '내 번호표' })
  await clerk.press('F3')
  await expect(page.getByRole('alert').filter({ hasText: '회선이 없어 전광판이 다시 부르지 못합니다' })).toBeVisible()
  await expect(mine).not.toContainText('재호출 1번')
  await hasNoViolation(page)
  await picture(page, info, 'counter-recall-offline')
  await clerk.press('F2')
  const asks = page.getByRole('dialog', { name: '가 001 · 아직 오지 않았습니다' })
  await expect(asks.getByRole('button')).toHaveText(['유지Esc', '순번으로 되돌리기', '부재…Ctrl+Enter'])
  await picture(page, info, 'counter-not-come-offline')
  await clerk.press('Escape')
  await clerk.press('F7')
  await page.getByRole('dialog', { name: '가 001 부재' }).waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'counter-missing-offline')
  await clerk.press('Control+Enter')
  await clerk.isFree()
  await expect(mine).toContainText('부재')

  const again = await startHall({ data: hall.data, port: hall.port })
  const board = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  await board.goto(`${again.address}/board`)
  await expect(page.getByRole('status', { name: '회선 상태' })).toContainText('회선 연결', { timeout: 30_000 })
  await expect(page.getByRole('region', { name: '부재' })).toContainText('가 001')
  await expect(board.getByText('마지막으로 부른 번호').first()).toBeVisible()
  await expect(board.getByText('지금 부릅니다')).toHaveCount(0)
  await app.close()
  await again.stop()
})
