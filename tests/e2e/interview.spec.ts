import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

test(
  'the length of an interview is told, its reason first, and then it is ended, by keyboard',
  { tag: '@long' },
  async ({ browser }) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 1)
    const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(page)
    await clerk.signIn()
    await clerk.welcomeNext('가 001')
    const mine = page.getByRole('complementary', { name: '내 번호표' })
    await expect(mine.getByText('지남')).toHaveCount(0)
    await page.clock.setFixedTime(Date.now() + 16 * 60_000)
    await expect(mine.getByText('응대 16분 지남')).toBeVisible({ timeout: 15_000 })
    await clerk.tabTo(mine.getByRole('button', { name: '안내', exact: true }))
    await clerk.press('Enter')
    await page.getByRole('menuitem', { name: '권장시간을 안내함' }).waitFor()
    await clerk.press('Enter')
    await expect(mine.getByText(/권장시간 안내 \d\d:\d\d/)).toBeVisible()
    await clerk.tabTo(mine.getByRole('button', { name: '안내', exact: true }))
    await clerk.press('Enter')
    await page.getByRole('menuitem', { name: '응대 중단…' }).waitFor()
    await clerk.press('Enter')
    const dialog = page.getByRole('dialog', { name: '응대 중단' })
    await expect(dialog.getByRole('radio', { name: '권장시간을 크게 넘김' })).toBeFocused()
    await clerk.press('ArrowUp')
    await expect(dialog.getByRole('radio', { name: '반복된 폭언·성희롱' })).toBeChecked()
    await clerk.press('Control+Enter')
    await expect(dialog.getByText(/에 사유를 알렸습니다/)).toBeVisible()
    await hasNoViolation(page)
    await clerk.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await clerk.isFree()
    await app.close()
    await hall.stop()
  },
)
