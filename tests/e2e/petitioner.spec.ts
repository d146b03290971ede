import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, scrollOf } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

/** Seven days, of a form that is signed. */
const title = '선불식 할부거래업 등록변경신고'

test(
  'a mistyped name is put right, and a parent acts for a child without a letter, up to the withdrawal, by keyboard',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(page)
    const dialog = page.getByRole('dialog')
    const main = page.locator('main')
    const show = async (name: string) => {
      await page.setViewportSize({ width: 1366, height: 768 })
      await hasNoViolation(page)
      await picture(page, info, name)
      await page.setViewportSize({ width: 1366, height: 768 })
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await clerk.signIn()
    await clerk.startReceive(title, title)
    await page.keyboard.type('김영스')
    await clerk.choose(page.getByRole('checkbox', { name: '모두 안내함' }))
    await clerk.choose(page.getByRole('checkbox', { name: '대리인이 왔음' }))
    await clerk.choose(page.getByRole('radio', { name: '법정대리인' }))
    await clerk.type('대리인 이름', '김모친')
    await show('receive-legal')
    await clerk.choose(page.getByRole('checkbox', { name: /서명 확인/ }))
    await clerk.press('Control+Enter')
    await page.getByRole('region', { name: '처리 단계' }).waitFor()

    await clerk.openTab(3)
    await clerk.openAct('직권 보정…')
    await clerk.tabTo(dialog.getByRole('combobox', { name: '고칠 항목' }))
    await clerk.press('ArrowDown')
    await expect(dialog).toContainText('김영스')
    await clerk.type('민원인 이름', '김영수')
    await clerk.choose(dialog.getByRole('radio', { name: '전화로' }))
    await show('correct-name')
    await clerk.finishForm()
    await expect(main).toContainText('김*수')

    await clerk.openTab(2)
    await clerk.openAct('취하…')
    await clerk.choose(dialog.getByRole('radio', { name: '법정대리인' }))
    await expect(dialog.getByRole('textbox', { name: '대리인 이름' })).toHaveValue('김모친')
    await clerk.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toContainText('아직 확인하지 않았습니다')
    await show('withdraw')
    expect(await scrollOf(page.locator('.window'))).toBe(0)
    await clerk.press('Escape')

    await clerk.openAct('본인 확인…')
    await clerk.choose(dialog.getByRole('radio', { name: '법정대리인' }))
    await clerk.type('대리인 이름', '김모친')
    await expect(dialog.getByRole('checkbox', { name: '위임장을 확인함' })).toHaveCount(0)
    await clerk.choose(dialog.getByRole('radio', { name: '가족관계증명서' }))
    await clerk.choose(dialog.getByRole('radio', { name: '주민등록증' }))
    await show('identity-legal')
    await clerk.finishForm()
    await expect(main).toContainText('법정대리인 · 주민등록증 · 가족관계증명서')

    await clerk.openAct('취하…')
    await clerk.choose(dialog.getByRole('radio', { name: '법정대리인' }))
    await clerk.finishForm()
    await clerk.openTab(1)
    await expect(main).toContainText('법정대리인 김모친')
    await show('withdrawn')
    await app.close()
    await hall.stop()
  },
)
