import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

test(
  'a clerk is shown what an edition changed, reads it once, compares and proposes a correction',
  { tag: '@long' },
  async ({}, info) => {
    const manual = mkdtempSync(join(tmpdir(), 'changgu-manual-'))
    cpSync(resolve(import.meta.dirname, '../../manual'), manual, { recursive: true })
    const first = await startHall({ manual })
    const pc = await launchWindow({ role: 'counter', machine: 'counter-6', hall: first.socket })
    const clerk = new Clerk(pc.page)
    const { page } = pc
    await clerk.signIn()
    // The manual has come.
    await page.getByText('분류별로 보기').waitFor()
    // The edition before comes while the counter is there: it is kept and can be compared.
    await clerk.press('F9')
    await page.keyboard.type('신문사업 등록')
    await page.getByRole('complementary', { name: '표준 매뉴얼' }).getByText('정관', { exact: false }).first().waitFor()
    await first.stop()
    const file = join(manual, 'kinds/PRS-01.yaml')
    const before = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      before
        .replace('period: null', 'period: { unit: days, value: 20 }')
        .replace('name: 인쇄사 신고필증', 'name: 인쇄사 신고확인증'),
    )
    const second = await startHall({ manual, data: first.data, port: first.port })

    await page.getByRole('combobox', { name: '민원 찾기' }).fill('')
    const notice = page.getByRole('region', { name: '매뉴얼이 바뀌었습니다' })
    await expect(notice).toContainText('제2판: 민원 1종이 바뀌었습니다', { timeout: 30_000 })
    await hasNoViolation(page)
    await picture(page, info, 'counter-news')
    await clerk.tabTo(notice.getByRole('button', { name: '바뀐 것 보기' }))
    await clerk.press('Enter')
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('list', { name: '신문사업 등록: 바뀐 항목' })).toContainText('인쇄사 신고확인증')
    await hasNoViolation(page)
    await picture(page, info, 'counter-news-open')
    await clerk.tabTo(dialog.getByRole('button', { name: '읽었습니다' }))
    await clerk.press('Enter')
    await expect(notice).toBeHidden()
    await expect(page.getByRole('button', { name: /안 읽은 개정/ })).toBeHidden()

    await clerk.press('F9')
    await page.keyboard.type('신문사업 등록')
    const manualPage = page.getByRole('complementary', { name: '표준 매뉴얼' })
    await expect(manualPage.getByText('최근 바뀜')).toBeVisible()
    await manualPage.getByText('지난 판과 비교').click()
    await expect(manualPage.getByRole('list', { name: '신문사업 등록: 바뀐 항목' })).toContainText('미확정')
    await manualPage.getByText('수정 제안', { exact: true }).click()
    await manualPage.getByRole('textbox', { name: '고칠 내용 한 줄' }).fill('처리기간은 별지 서식에 있습니다')
    await manualPage.getByRole('combobox', { name: '어느 항목' }).selectOption({ label: '처리기간' })
    await manualPage.getByRole('button', { name: '제안 보내기' }).click()
    await expect(manualPage.getByRole('list', { name: '내가 보낸 제안' })).toContainText('검토 전')
    await hasNoViolation(page)
    await picture(page, info, 'counter-compare')
    await pc.app.close()
    await second.stop()
    rmSync(manual, { recursive: true, force: true })
  },
)
