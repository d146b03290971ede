import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { askingKind } from '../support/asking-manual.ts'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { writeManual } from '../support/manual.ts'

test('a clerk shows what to bring, keeps it as a PDF of one page, and offline it is there as well', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', machine: 'counter-5', hall: hall.socket })
  const clerk = new Clerk(page)
  await clerk.signIn()
  // The manual has come.
  await page.getByText('분류별로 보기').waitFor()
  await clerk.press('F9')
  await page.keyboard.type('신문사업')
  const manual = page.getByRole('complementary', { name: '표준 매뉴얼' })
  const open = manual.getByRole('button', { name: '준비물 안내…' })
  await clerk.tabTo(open)
  await clerk.press('Enter')
  const dialog = page.getByRole('dialog')
  const sheet = dialog.frameLocator('iframe')
  await expect(sheet.getByRole('heading', { name: '가져오실 것' })).toBeVisible()
  await expect(sheet.getByRole('img', { name: '이 안내의 주소를 담은 QR' })).toBeVisible()
  await expect(dialog.getByText(`${hall.address}/guide/`)).toBeVisible()
  await hasNoViolation(page)
  await picture(page, info, 'counter-guide')

  await hall.stop()
  await clerk.tabTo(dialog.getByRole('button', { name: 'PDF로 보관' }))
  await clerk.press('Enter')
  const kept = await dialog.getByText(/보관한 곳: .*\.pdf/).textContent()
  const pdf = readFileSync(kept?.replace('보관한 곳: ', '') ?? '', 'latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  await clerk.press('Escape')
  await expect(dialog).toBeHidden()
  await app.close()
})

test('two quick taps of a guide on one button are one ticket, a later one another; without the line the tablet says what to do and from when its queue is', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'guide', hall: hall.socket })
  await signInAs(page, '안소희')
  await page.clock.install()
  const issue = page.getByRole('button', { name: '일반 발급' })
  await issue.dblclick({ delay: 100 })
  await expect(page.getByText('가 001 발급했습니다. 다음 차례입니다.')).toBeVisible()
  await page.clock.fastForward(1_000)
  await issue.click()
  await expect(page.getByText('가 002 발급했습니다. 앞에 1명입니다.')).toBeVisible()
  await expect(page.getByText('기다리는 분 2명')).toBeVisible()

  await hall.stop()
  await expect(page.getByText('빈 창구로 모시세요. 창구가 ‘번호표 없이 응대’로 받습니다.')).toBeVisible()
  await expect(page.getByRole('heading', { name: /^기다리는 분 · \d\d:\d\d 기준 2명$/ })).toBeVisible()
  await expect(page.getByText('마지막으로 받은 대기 2명.')).toBeVisible()
  await picture(page, info, 'guide-offline')
  await app.close()
})

test('a citizen reads on a phone what to bring, in both languages and without a program', async ({ browser }, info) => {
  const hall = await startHall({ manual: writeManual((clean) => void cleaning.push(clean), askingKind) })
  for (const viewport of [
    { width: 360, height: 740 },
    { width: 1366, height: 768 },
  ]) {
    const context = await browser.newContext({ viewport, javaScriptEnabled: true })
    const page = await context.newPage()
    const snap = (name: string) =>
      page.screenshot({ path: info.outputPath(`${name}-${viewport.width}.png`), fullPage: true })
    await page.goto(`${hall.address}/guide`)
    await page.getByRole('searchbox', { name: '무슨 일로 오시나요?' }).fill('시험업')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '1가지를 찾았습니다' })).toBeVisible()
    await hasNoViolation(page)
    await snap('guide-list')
    await page.getByRole('link', { name: '시험업 등록' }).first().click()
    await hasNoViolation(page)
    await snap('guide-open')
    await page.getByRole('radio', { name: '법인' }).check()
    await page.getByRole('textbox', { name: '방은 몇 개인가요?' }).fill('4')
    await page.getByRole('button', { name: '내 준비물 보기' }).click()
    await expect(page).toHaveURL(/\/guide\/AAA-01\?applicant=corporation&rooms=4$/)
    await expect(page.getByRole('listitem').filter({ hasText: '정관' })).toContainText('원본')
    await expect(page.getByText('5,000원')).toBeVisible()
    await hasNoViolation(page)
    await snap('guide-answered')
    await page.getByRole('link', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Bring these' })).toBeVisible()
    await hasNoViolation(page)
    await snap('guide-english')
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('a, button, label:has(input), summary')]
        .filter((e) => !e.classList.contains('skip') && e.getBoundingClientRect().height < 44)
        .map((e) => e.outerHTML),
    )
    expect(small).toEqual([])
    await context.close()
  }
  await hall.stop()
  for (const clean of cleaning) clean()
})
const cleaning: (() => void)[] = []
