import { expect, test, type Page } from '@playwright/test'
import { Clerk, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

/** A window that is enlarged as the help offers it: 1366 by 768 at 125, 150 and 200 %. */
const sizes = [
  { width: 1093, height: 614 },
  { width: 911, height: 512 },
  { width: 683, height: 384 },
]

/** What cannot be come by: the page is too wide, or what is pressed and typed in lies off it, under an edge or in too little room. */
const lost = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const found = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide in ${clientWidth}`] : []
    for (const e of document.querySelectorAll('button, input, select, textarea, summary, h1, h2')) {
      if (!e.checkVisibility({ visibilityProperty: true }) || e.closest('.unseen')) continue
      const { left, right } = e.getBoundingClientRect()
      const name = `${e.tagName} ${e.getAttribute('aria-label') ?? e.textContent}`
      if (left < -1 || right > clientWidth + 1) found.push(`${name} lies off the page`)
      for (let around = e.parentElement; around && around !== document.body; around = around.parentElement) {
        const edge = around.getBoundingClientRect()
        const isOpen = getComputedStyle(around).overflowX === 'visible'
        if (!isOpen && (left < edge.left - 1 || right > edge.right + 1))
          found.push(`${name} lies under the edge of ${around.className}`)
      }
      const parts = e.tagName === 'BUTTON' ? [e, ...e.querySelectorAll('.cut')] : []
      if (parts.some((p) => p.clientWidth > 0 && p.scrollWidth > p.clientWidth + 1)) found.push(`${name} is cut`)
    }
    return found
  })

/** Of a window alone the language is not changed. */
async function losesNothing(page: Page, where: string, isWindow = false): Promise<void> {
  for (const language of isWindow ? ['ko'] : ['ko', 'en']) {
    if (language === 'en') await page.getByRole('button', { name: 'English', exact: true }).click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    for (const size of sizes) {
      await page.setViewportSize(size)
      expect(await lost(page), `${where}, ${language}, ${size.width}`).toEqual([])
    }
  }
  if (!isWindow) await page.getByRole('button', { name: '한국어', exact: true }).click()
}

test('a counter that is enlarged up to twice loses nothing and scrolls in one direction', async ({ browser }) => {
  const hall = await startHall()
  await takeTickets(browser, hall, 3)
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const find = page.getByRole('combobox', { name: '근무자 고르기' })
  await find.waitFor()
  await losesNothing(page, 'sign-in')
  await find.focus()
  const clerk = new Clerk(page)
  await clerk.signIn()
  await losesNothing(page, 'home')
  await clerk.welcomeNext('가 001')
  // Why something in the bar cannot be done is read, wherever the bar has put its button.
  await page.getByRole('button', { name: /^멈춤/ }).click({ force: true })
  const why = page.locator('.over-problem')
  await expect(why).toBeVisible()
  for (const size of sizes) {
    await page.setViewportSize(size)
    const box = await why.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(size.width)
  }
  await clerk.startReceive('신문사업', '신문사업 등록')
  await page.keyboard.type('김영수')
  await page.getByText('신청서·접수 방법', { exact: true }).click()
  await losesNothing(page, 'receipt')
  await page.getByRole('button', { name: '민원이 아님…' }).click()
  await losesNothing(page, 'window of a receipt', true)
  await clerk.press('Escape', 'Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await losesNothing(page, 'case')
  await clerk.openTab(2)
  await losesNothing(page, 'procedure')
  await clerk.openTab(3)
  await losesNothing(page, 'application')
  await clerk.openTab(4)
  await losesNothing(page, 'papers')
  await clerk.press('F1')
  await page.getByRole('dialog').waitFor()
  await losesNothing(page, 'help', true)
  await clerk.press('Escape', 'Control+l')
  await page.getByRole('heading', { name: '화면 잠김' }).waitFor()
  await losesNothing(page, 'lock')
  await app.close()
  await hall.stop()
})

test('a supervisor’s desktop that is enlarged up to twice loses nothing', async ({ browser }) => {
  const hall = await startHall({ data: hallWithPast().data })
  await takeTickets(browser, hall, 3)
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  const boss = new Clerk(page)
  await page.getByRole('region', { name: '기한 목록' }).waitFor()
  await losesNothing(page, 'overview')
  for (const key of ['F1', 'F4', 'F6', 'F7', 'F10']) {
    await boss.press(key)
    await page.getByRole('dialog').waitFor()
    await losesNothing(page, `window of ${key}`, true)
    await boss.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const tabs = page.locator('.manual-tab')
  for (const [key, name] of [
    ['F8', '관리'],
    ['F9', '매뉴얼 편집'],
  ] as const) {
    await boss.press(key)
    await expect(page.getByRole('heading', { name, exact: true })).toBeAttached()
    const count = await tabs.count()
    for (let nth = 1; nth <= count; nth++) {
      await boss.press(`Control+${nth}`)
      await expect(tabs.nth(nth - 1)).toHaveAttribute('aria-current', 'page')
      await losesNothing(page, `${name}, tab ${nth}`)
    }
  }
  await boss.press('Control+1')
  await page.locator('.manual-line').first().click()
  await page.locator('.manual-form').waitFor()
  await losesNothing(page, 'form of a kind')
  await expect(page).toHaveTitle('민원 · 매뉴얼 편집')
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.getByRole('button', { name: 'English', exact: true }).click()
  const category = page.getByRole('combobox', { name: 'Category' }).last()
  const room = await category.evaluate((e) => e.clientWidth / parseFloat(getComputedStyle(e).fontSize))
  expect(room).toBeGreaterThan(25)

  // Letters and words set wider apart by the one who reads (WCAG 1.4.12).
  await boss.press('F9')
  await page.getByRole('button', { name: /Close day/ }).waitFor()
  await page.evaluate(() => {
    const wider = new CSSStyleSheet()
    wider.replaceSync(
      '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
    )
    document.adoptedStyleSheets.push(wider)
  })
  expect(await lost(page)).toEqual([])
  const waits = page.locator('.lines .cut')
  await expect(waits.first()).toBeVisible()
  expect(await waits.evaluateAll((all) => all.filter((e) => e.scrollWidth > e.clientWidth + 1).length)).toBe(0)
  await app.close()
  await hall.stop()
})
