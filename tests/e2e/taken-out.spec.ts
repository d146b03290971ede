import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

test(
  'a kind that is received no more goes out of the manual by an amendment; a petition received before goes on',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const counter = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(counter.page)
    await clerk.signIn()
    await clerk.receive('신문사업 등록', '신문사업 등록', '김하늘')

    const { app, page } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const desk = new Clerk(page)
    const open = async (code: string) => {
      await desk.press('F2')
      await page.keyboard.press('Control+A')
      await page.keyboard.type(code)
      await desk.press('Enter')
    }
    const pane = page.getByRole('region', { name: /PRS-01/ })
    const takeOut = pane.getByRole('button', { name: '매뉴얼에서 빼기…' })
    await signInAs(page, '유하린')
    await page
      .getByRole('button', { name: /신문사업 등록/ })
      .first()
      .waitFor()
    await open('PRS-01')

    // What is typed is not thrown away by it.
    const result = pane.getByRole('textbox', { name: '결과', exact: true })
    await result.fill('등록증')
    await expect(takeOut).toHaveAttribute('aria-disabled', 'true')
    await expect(takeOut).toHaveAttribute('title', '담지 않은 글을 먼저 담거나 버리세요')
    await desk.press('F2')
    await desk.tabTo(pane.getByRole('button', { name: '고친 글 버리기' }))
    await desk.press('Enter')
    await hasNoViolation(page)
    await picture(page, info, 'take-out-button')
    await desk.tabTo(takeOut)
    await desk.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('이미 접수한 민원은 접수할 때의 판으로')
    await desk.press('Control+Enter')
    await expect(dialog.getByRole('alert')).toContainText('근거나 사유를 쓰세요')
    await desk.type(/^근거·사유/, '조례가 폐지됨')
    await hasNoViolation(page)
    await picture(page, info, 'take-out')
    await desk.finishForm()
    const amendment = page.getByRole('region', { name: 'PRS-01 신문사업 등록 빼기' })
    await expect(amendment).toContainText('뺌')
    await expect(amendment).toContainText('조례가 폐지됨')
    await picture(page, info, 'taken-out-amendment')

    // The kind says so, and may be kept after all.
    await desk.tabTo(amendment.getByRole('button', { name: /^열기/ }))
    await desk.press('Enter')
    await expect(pane).toContainText('“PRS-01 신문사업 등록 빼기”에서 이 민원을 매뉴얼에서 뺍니다')
    await expect(result).toHaveValue('신문사업 등록증')
    await hasNoViolation(page)
    await picture(page, info, 'taken-out-kind')
    await desk.tabTo(pane.getByRole('button', { name: '빼지 않기' }))
    await desk.press('Enter')
    await expect(pane.getByText('매뉴얼에서 뺍니다')).toHaveCount(0)
    await desk.tabTo(takeOut)
    await desk.press('Enter')
    await desk.type(/^근거·사유/, '조례가 폐지됨')
    await dialog.getByRole('combobox', { name: '담을 개정안' }).selectOption({ label: 'PRS-01 신문사업 등록 빼기' })
    await desk.finishForm()
    await desk.tabTo(page.getByRole('button', { name: '검토 요청하기' }))
    await desk.press('Enter')
    await expect(page.getByRole('button', { name: '승인하기' })).toBeVisible()
    await desk.press('Control+e')

    await signInAs(page, '정하은')
    await page.getByRole('heading', { name: '감독자 · 민원실 현황' }).waitFor()
    await desk.press('F9', 'Control+2')
    await desk.tabTo(page.getByRole('button', { name: /신문사업 등록 빼기/ }))
    await desk.press('Enter')
    await desk.tabTo(page.getByRole('button', { name: '승인하기' }))
    await desk.press('Enter')
    await desk.tabTo(page.getByRole('button', { name: '시행…' }))
    await desk.press('Enter')
    await desk.tabTo(page.getByRole('button', { name: /^오늘\(/ }))
    await desk.press('Enter')
    await desk.finishForm()
    await expect(page.getByText('제2판이 되었습니다')).toBeVisible()

    // The petition that is open keeps its steps; the kind is found no more.
    await expect(counter.page.getByRole('region', { name: '처리 단계' })).toContainText('접수·기본 확인')
    await clerk.finishStep('접수·기본 확인')
    await expect(counter.page.getByRole('region', { name: '처리 단계' })).toContainText('요건 심사')
    await clerk.press('F9')
    await counter.page.keyboard.type('신문사업 등록')
    await expect(counter.page.getByRole('option', { name: '신문사업 변경등록' }).first()).toBeVisible()
    await expect(counter.page.getByRole('option', { name: '신문사업 등록', exact: true })).toHaveCount(0)
    for (const one of [app, counter.app]) await one.close()
    await hall.stop()
  },
)
