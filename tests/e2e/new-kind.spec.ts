import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

test(
  'a kind that is begun has its name, and what cannot go into an amendment leaves no empty one; somebody of the same name is told',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const { app, page } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const desk = new Clerk(page)
    const dialog = page.getByRole('dialog')
    await signInAs(page, '유하린')
    await page
      .getByRole('button', { name: /신문사업 등록/ })
      .first()
      .waitFor()
    await desk.tabTo(page.getByRole('button', { name: '새 민원…' }))
    await desk.press('Enter')
    await desk.type('코드', 'ADM-30')
    await desk.type(/^이름/, '무인민원 발급 정정')
    await desk.type('영어 이름', 'Kiosk correction')
    await desk.finishForm()
    const pane = page.getByRole('region', { name: 'ADM-30 무인민원 발급 정정' })
    await expect(pane.getByRole('heading', { name: '무인민원 발급 정정' })).toBeVisible()
    const list = page.getByRole('region', { name: '민원 목록' })
    await expect(list.getByRole('button', { name: /ADM-30 무인민원 발급 정정 담지 않음/ })).toBeVisible()
    await expect(pane).toContainText('비어 있습니다. 내용을 적으세요')

    // Another kind that is sound, and both at once.
    await desk.press('F2')
    await page.keyboard.type('PRS-01')
    await desk.press('Enter')
    const other = page.getByRole('region', { name: /PRS-01/ })
    await other.getByRole('textbox', { name: '결과', exact: true }).fill('등록증')
    await other.getByRole('button', { name: '고친 것 2건 모두 담기' }).waitFor()
    await desk.press('Control+s')
    await desk.type(/^제목/, '새 민원')
    await desk.type(/^사유/, '새 민원을 받음')
    await desk.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toContainText('ADM-30에 고칠 곳이 있어 담지 않았습니다')
    await hasNoViolation(page)
    await picture(page, info, 'new-kind-not-saved')
    await desk.press('Escape', 'Control+2')
    await expect(page.getByText('개정안이 없습니다', { exact: false })).toBeVisible()
    await desk.press('Control+e')

    await signInAs(page, '류건우')
    await page.getByRole('heading', { name: /관리/ }).first().waitFor()
    await page.getByRole('button', { name: /^직원 .*Ctrl\+4/ }).press('Enter')
    await desk.tabTo(page.getByRole('button', { name: '직원 추가…' }))
    await desk.press('Enter')
    await desk.type('이름', '이서연')
    await expect(dialog).toContainText('이름이 같은 직원이 이미 있습니다: 이서연 (민원1팀)')
    await hasNoViolation(page)
    await picture(page, info, 'same-name')
    await app.close()
    await hall.stop()
  },
)
