import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readManual } from '../../db/manual/manual-folder.ts'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

const table = [
  '2026년 민원처리기준표,,,',
  '연번,민원사무명,처리기간,수수료',
  '1,정보공개청구,11일,"1,500원"',
  '2,아무도 모르는 민원,3-5일,무료',
].join('\n')

test(
  'a table becomes an amendment row by row, the manual goes out as a signed pack and is known again, and the prepared kinds come at once',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const { app, page } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const desk = new Clerk(page)
    await signInAs(page, '정하은')
    await page.getByRole('heading', { name: '감독자 · 민원실 현황' }).waitFor()
    await desk.press('F9', 'Control+4')
    const file = page.locator('input[type=file]')

    // A table: what it would change, what it cannot say, and nothing without being chosen.
    await file.setInputFiles({ name: '민원처리기준표.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
    const pane = page.getByRole('region', { name: '가져온 것' })
    await expect(pane.getByRole('heading', { name: /^민원처리기준표\.csv/ })).toBeVisible()
    await expect(pane.getByRole('combobox', { name: '민원명' })).toHaveValue('1')
    await expect(pane.getByRole('row', { name: /4 아무도 모르는 민원.*코드를 적으세요/ })).toBeVisible()
    const action = pane.getByRole('button', { name: /건 담기/ })
    await expect(action).toHaveAttribute('aria-disabled', 'true')
    await pane.getByText('ADM-01 정보공개 청구').click()
    await expect(pane.getByRole('row', { name: /수수료\(원\) 미확정 1,500/ })).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'adoption-table')
    // A column taken away takes its change away.
    const fee = pane.getByRole('combobox', { name: '수수료' })
    await fee.selectOption('')
    await expect(pane.getByRole('row', { name: /수수료\(원\)/ })).toHaveCount(0)
    await fee.selectOption('3')
    const pick = pane.getByRole('checkbox', { name: /고르기: ADM-01/ })
    await desk.tabTo(pick)
    await desk.press('Space')
    await desk.tabTo(pane.getByRole('textbox', { name: '제목' }))
    await page.keyboard.press('Control+A')
    await page.keyboard.type('처리기준표 반영')
    await desk.press('Control+Enter')
    await expect(pane.getByText('1건을 담았습니다.')).toBeVisible()
    await desk.tabTo(pane.getByRole('button', { name: '개정안 보기' }))
    await desk.press('Enter')
    await expect(page.getByRole('region', { name: '처리기준표 반영' })).toContainText('민원처리기준표.csv')

    // The same again beside that amendment: only what would be said anew, marked, and not among what is chosen at once.
    await desk.press('Control+4')
    await expect(pane).toContainText('우리 매뉴얼과 다른 것이 없습니다')
    await pane.getByRole('combobox', { name: '담을 개정안' }).selectOption({ label: '새 개정안' })
    await expect(pick).toHaveAccessibleDescription(/다른 개정안 “처리기준표 반영”에도 있습니다\(정하은/)
    await expect(pick).not.toBeChecked()
    await pane.getByRole('combobox', { name: '담을 개정안' }).selectOption({ label: '처리기준표 반영' })
    const other = table.replace('1,500', '1,700')
    await file.setInputFiles({ name: '민원처리기준표.csv', mimeType: 'text/csv', buffer: Buffer.from(other) })
    await expect(pick).toHaveAccessibleDescription(/“처리기준표 반영”에 정하은 님이 담은 글.*이 행의 값만/)
    await expect(pane.getByRole('button', { name: '모두 고르기' })).toHaveCount(0)
    await desk.tabTo(pane.getByRole('button', { name: '이미 개정안에 있는 1건도 고르기' }))
    await desk.press('Enter')
    await expect(pick).toBeChecked()
    await hasNoViolation(page)
    await picture(page, info, 'adoption-under')

    // Out and in again.
    await desk.tabTo(page.getByRole('button', { name: '묶음 만들기' }))
    await desk.press('Enter')
    const out = page.getByRole('region', { name: '내보내기' })
    await expect(out.getByRole('status')).toContainText('민원 129가지', { timeout: 60_000 })
    const path = await out.getByRole('status').locator('code').textContent()
    await file.setInputFiles(path ?? '')
    await expect(pane).toContainText('우리 민원실이 서명한 묶음입니다', { timeout: 60_000 })
    await expect(pane).toContainText('우리 매뉴얼과 다른 것이 없습니다')
    await hasNoViolation(page)
    await picture(page, info, 'adoption-pack')

    // 138 kinds with one action.
    await desk.tabTo(page.getByRole('button', { name: '준비된 민원 불러오기' }))
    await desk.press('Enter')
    await expect(pane.getByRole('button', { name: /^고른 138건 담기/ })).toBeVisible({ timeout: 60_000 })
    await hasNoViolation(page)
    await picture(page, info, 'adoption-more')
    await expect(pane.getByRole('heading', { level: 2 })).toHaveText('더 넣을 수 있는 민원')
    // Stopped after the first part: what is in stays in, the rest stays chosen and goes in with the same key.
    await page.evaluate(() => {
      const stop = () => {
        const button = [...document.querySelectorAll('button')].find((b) => b.textContent === '멈추기')
        button?.focus()
        button?.click()
      }
      new MutationObserver(stop).observe(document.body, { childList: true, subtree: true })
    })
    await desk.press('Control+Enter')
    const stopped = pane.getByText(/^멈추었습니다\. \d+건은 담겨 있고/)
    await expect(stopped).toBeVisible({ timeout: 60_000 })
    const put = Number(/\d+/.exec((await stopped.textContent()) ?? '')?.[0])
    expect(put).toBeLessThan(138)
    const rest = pane.getByRole('button', { name: new RegExp(`^고른 ${138 - put}건 담기`) })
    await expect(rest).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'adoption-stopped')
    await expect(pane.getByRole('button', { name: '개정안 보기' })).toBeFocused()
    await desk.press('Control+Enter')
    // Stopped anew, and not still: more is in.
    await expect(rest).toHaveCount(0, { timeout: 60_000 })
    await expect(pane.getByText(/^멈추었습니다/)).toBeVisible({ timeout: 60_000 })
    await expect(pane.getByRole('button', { name: '개정안 보기' })).toBeFocused()
    await desk.press('Enter')
    // Into the amendment of before, which was still chosen.
    await expect(page.getByRole('region', { name: '처리기준표 반영' })).toContainText(/바뀌는 것 \d{2,3}건/)

    await desk.press('Control+5')
    await expect(page.getByRole('heading', { name: /수정 제안/ })).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'use')
    await page.getByRole('button', { name: 'English' }).click()
    await desk.press('Control+4')
    await hasNoViolation(page)
    await picture(page, info, 'adoption-en')
    await app.close()
    await hall.stop()
  },
)

const shipped = readManual(join(import.meta.dirname, '../../manual'))
const realtor = 'faults' in shipped ? undefined : shipped.content.kinds.find((kind) => kind.code === 'QUA-01')

test(
  'what a clerk proposes comes to the editor with the use of the manual, where steps take long and documents are missing: it opens the kind, and it is answered',
  { tag: '@long' },
  async ({}, info) => {
    const { data } = hallWithPast(['자동차 … 등록'], realtor)
    const hall = await startHall({ data })
    const counter = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(counter.page)
    await clerk.signIn()
    await counter.page.getByText('분류별로 보기').waitFor()
    await clerk.press('F9')
    await counter.page.keyboard.type('신문사업 등록')
    const manual = counter.page.getByRole('complementary', { name: '표준 매뉴얼' })
    await manual.getByText('수정 제안', { exact: true }).click()
    await manual.getByRole('textbox', { name: '고칠 내용 한 줄' }).fill('처리기간은 별지 서식에 있습니다')
    await manual.getByRole('combobox', { name: '어느 항목' }).selectOption({ label: '처리기간' })
    await manual.getByRole('button', { name: '제안 보내기' }).click()

    const { app, page } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const desk = new Clerk(page)
    await signInAs(page, '정하은')
    await page.getByRole('heading', { name: '감독자 · 민원실 현황' }).waitFor()
    await desk.press('F9', 'Control+5')
    const proposals = page.getByRole('region', { name: '수정 제안 1' })
    await expect(proposals).toContainText('PRS-01 신문사업 등록')
    await expect(proposals).toContainText('고칠 곳: 처리기간')
    await expect(page.getByRole('row', { name: /자동차 .*등록 3 1/ })).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'use')

    // Four petitions would tell of single ones; the fifth is received at the counter, and lacks the same document.
    const steps = page.getByRole('region', { name: '오래 걸리는 단계', exact: true })
    const documents = page.getByRole('region', { name: '자주 빠지는 서류', exact: true })
    await expect(steps).toContainText('없습니다')
    await expect(documents).toContainText('없습니다')
    await clerk.receive('공인중개사', '공인중개사 자격증 재교부', '김하늘')
    await clerk.markDocument('사진(반명함판)', '없음')
    await clerk.finishStep('신분·자격 확인')
    await desk.tabTo(page.getByRole('button', { name: '다시 세기' }))
    await desk.press('Enter')
    await expect(
      steps.getByRole('row', { name: /QUA-01 공인중개사 자격증 재교부 신분·자격 확인 30분 5/ }),
    ).toBeVisible()
    const photo = documents.getByRole('row', { name: /QUA-01 공인중개사 자격증 재교부 사진\(반명함판\) 5건 중 5건/ })
    await expect(photo).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'use-counted')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(
      page.getByRole('row', { name: /QUA-01 Realtor license reissue 공인중개사 자격증 재교부 사진/ }),
    ).toBeVisible()
    await hasNoViolation(page)
    await picture(page, info, 'use-counted-en')
    await page.getByRole('button', { name: '한국어' }).click()
    await desk.tabTo(photo.getByRole('button', { name: /^민원 열기/ }))
    await desk.press('Enter')
    await page.getByRole('region', { name: /QUA-01/ }).waitFor()
    await desk.press('Control+5')

    await desk.tabTo(proposals.getByRole('button', { name: /^개정안으로/ }))
    await desk.press('Enter')
    await page.getByRole('region', { name: /PRS-01/ }).waitFor()
    await desk.press('Control+5')
    await desk.tabTo(proposals.getByRole('button', { name: /^답하고 닫기/ }))
    await desk.press('Enter')
    await desk.type('답', '별지 서식을 보고 채웠습니다')
    await hasNoViolation(page)
    await picture(page, info, 'use-answer')
    await desk.finishForm()
    await expect(page.getByRole('region', { name: '수정 제안 0' })).toBeVisible()
    await clerk.press('F9')
    await counter.page.keyboard.type('신문사업 등록')
    await manual.getByText('수정 제안', { exact: true }).click()
    await expect(manual.getByRole('list', { name: '내가 보낸 제안' })).toContainText('별지 서식을 보고 채웠습니다')
    for (const one of [app, counter.app]) await one.close()
    await hall.stop()
  },
)
