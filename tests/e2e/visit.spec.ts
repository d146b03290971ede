import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'

const isOfThisMachine = (url: string): boolean =>
  ['app:', 'data:', 'blob:'].includes(new URL(url).protocol) ||
  /(^|\.)localhost$|^127\.0\.0\.1$/.test(new URL(url).hostname)

test('one visitor, from the kiosk to the hand-over, by keyboard alone; no request leaves the machine', async ({
  browser,
}, info) => {
  const hall = await startHall()
  const asked: string[] = []
  const kiosk = await browser.newPage({ viewport: { width: 1080, height: 1920 } })
  kiosk.on('request', (r) => asked.push(r.url()))
  await kiosk.goto(`${hall.address}/kiosk`)
  await hasNoViolation(kiosk)
  await kiosk.screenshot({ path: info.outputPath('kiosk-1080x1920.png') })
  await kiosk.getByRole('button', { name: /일반/ }).dblclick()
  await expect(kiosk.getByText('번호표를 가져가세요')).toBeVisible()
  await hasNoViolation(kiosk)
  await kiosk.screenshot({ path: info.outputPath('kiosk-issued-1080x1920.png') })
  const board = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  board.on('request', (r) => asked.push(r.url()))
  await board.goto(`${hall.address}/board`)
  await expect(board.locator('body')).toContainText(/1\s*명/)

  const pc = await launchWindow({ role: 'counter', hall: hall.socket })
  pc.page.on('request', (r) => asked.push(r.url()))
  await pc.page.getByRole('listbox').waitFor()
  await pc.page.reload()
  const clerk = new Clerk(pc.page)
  await pc.page.getByRole('listbox').waitFor()
  await hasNoViolation(pc.page)
  await picture(pc.page, info, 'sign-in')
  await clerk.signIn()
  await hasNoViolation(pc.page)
  await picture(pc.page, info, 'counter-idle')
  await clerk.welcomeNext('가 001')
  await expect(board.locator('main')).toContainText('001')
  await board.screenshot({ path: info.outputPath('board-1920x1080.png') })
  await hasNoViolation(board)

  await clerk.receive('공인중개사 재교부', title, '김영수')
  await expect(pc.page.locator('.case-head').getByText('김*수')).toBeVisible()
  await clerk.finishStep('1 신분·자격 확인')
  await hasNoViolation(pc.page)
  await picture(pc.page, info, 'counter-serving')
  await clerk.finishStep('2 신청서 접수')
  await clerk.finishStep('3 요건 심사')
  await expect(
    pc.page.getByRole('group', { name: '사진(반명함판) 상태' }).getByRole('button', { name: '받음' }),
  ).toHaveAttribute('aria-pressed', 'true')
  await clerk.markDocument('훼손된 자격증', '해당 없음')
  await clerk.markDocument('개명·주민등록번호 정정 서류', '해당 없음')
  await expect(pc.page.locator('footer')).toContainText('수수료 800원 받지 않음')
  await clerk.fillForm('결정…')
  await clerk.fillForm('통지…')
  await clerk.finishStep('4 작성·교부')
  await clerk.fillForm('교부…', async () => {
    // What lacks yet is named, and has the focus.
    await clerk.press('Control+Enter')
    await expect(pc.page.getByRole('alert')).toContainText('‘확인한 신분증’에서 고르세요.')
    await expect(pc.page.getByRole('radio', { name: '주민등록증' })).toBeFocused()
    await clerk.tabTo(pc.page.getByRole('radio', { name: '주민등록증' }))
    await clerk.press('Space')
    await hasNoViolation(pc.page)
    await picture(pc.page, info, 'counter-hand-over')
  })
  await expect(pc.page.locator('main')).toContainText('종결')
  await clerk.press('F8')
  await clerk.isFree()
  expect(asked.length).toBeGreaterThan(10)
  expect(asked.filter((url) => !isOfThisMachine(url))).toEqual([])
  await pc.app.close()
  await hall.stop()
})
