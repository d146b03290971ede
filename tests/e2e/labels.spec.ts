import { expect, test, type Page } from '@playwright/test'
import { en } from '../../renderer/text/en.ts'
import { ko } from '../../renderer/text/ko.ts'
import { Clerk, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { hallWithPast } from '../support/past.ts'

/** The labels of buttons and tabs that do not fit where they stand. */
const cutLabels = (page: Page) =>
  page.locator('button, [role="tab"]').evaluateAll((all) =>
    all
      .flatMap((button) => [button, ...button.querySelectorAll<HTMLElement>('.cut')])
      // What is read whole when it is pointed at may give way: the title of a case in its chip.
      .filter(
        (e) =>
          e.checkVisibility() &&
          e.scrollWidth > e.clientWidth + 1 &&
          e.clientWidth > 0 &&
          !e.matches('.switch [title]'),
      )
      .map((e) => e.textContent),
  )

/** In both languages, on the small screen; the screen is Korean before and after. */
async function hasWholeLabels(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await cutLabels(page), `${where}, Korean`).toEqual([])
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(await cutLabels(page), `${where}, English`).toEqual([])
  await page.getByRole('button', { name: '한국어', exact: true }).click()
}

/** A bar that says offline and what is unsent is no higher than any other, and cuts neither. */
async function staysOneLineOffline(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 768 })
  const line = page.getByRole('status', { name: '회선 상태' })
  for (const { line: words } of [ko, en]) {
    const seen = await line.evaluate(
      (place, said) => {
        const usual = [...place.children].filter((e) => e instanceof HTMLElement)
        for (const e of usual) e.style.display = 'none'
        const tags = said.map((text, i) => {
          const tag = document.createElement('span')
          tag.className = i === 0 ? 'tag warn' : 'tag outline'
          tag.textContent = text
          place.append(tag)
          return tag
        })
        const bar = place.closest('header')
        const seenNow = { height: bar?.offsetHeight, over: (bar?.scrollWidth ?? 0) - (bar?.clientWidth ?? 0) }
        for (const tag of tags) tag.remove()
        for (const e of usual) e.style.display = ''
        return seenNow
      },
      [words.offline('09:40'), words.unsent(12)],
    )
    expect(seen).toEqual({ height: 56, over: 0 })
  }
}

/** Why a key did nothing is read in the language that the screen has, also after that is changed. */
async function saysRefusalInItsLanguage(page: Page): Promise<void> {
  await page.keyboard.press('F3')
  const refusal = page.getByRole('alert').filter({ hasText: /./ })
  await expect(refusal).toHaveText(ko.refusals.visitUnknown)
  await page.getByRole('button', { name: 'English', exact: true }).click()
  await expect(refusal).toHaveText(en.refusals.visitUnknown)
  await page.getByRole('button', { name: '한국어', exact: true }).click()
  await expect(refusal).toHaveText(ko.refusals.visitUnknown)
}

/** Three warnings of the line at once, which no test can bring about in one moment, are all read in the bar. */
async function keepsWarningsWhole(page: Page): Promise<void> {
  const line = page.getByRole('status', { name: '회선 상태' })
  for (const width of [1366, 1920]) {
    await page.setViewportSize({ width, height: width === 1366 ? 768 : 1080 })
    for (const { line: words } of [ko, en]) {
      const texts = [
        words.parted + words.checkNumber,
        words.clockOff('7분', true),
        words.offline('11/23 17:50'),
        words.unsent(12),
      ]
      const cut = await line.evaluate((place, said) => {
        for (const old of place.querySelectorAll('.tag')) old.remove()
        for (const text of said) {
          const tag = document.createElement('span')
          tag.className = 'tag bad'
          tag.textContent = text
          place.append(tag)
        }
        const bar = place.closest('header')?.getBoundingClientRect()
        return [...place.querySelectorAll('.tag')]
          .filter((tag) => {
            const box = tag.getBoundingClientRect()
            return tag.scrollWidth > tag.clientWidth || box.right > (bar?.right ?? 0) || box.bottom > (bar?.bottom ?? 0)
          })
          .map((tag) => tag.textContent)
      }, texts)
      expect(cut, `${width} pixels`).toEqual([])
    }
  }
}

test('no label of a button or tab is cut at 1366×768, in Korean or English', { tag: '@long' }, async () => {
  const { data } = hallWithPast()
  const hall = await startHall({ data })
  const counter = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(counter.page)
  await clerk.signIn()
  await hasWholeLabels(counter.page, 'first screen')
  await staysOneLineOffline(counter.page)
  await saysRefusalInItsLanguage(counter.page)
  await clerk.startReceive('선불식 할부거래업 등록변경신고', '선불식 할부거래업 등록변경신고')
  await hasWholeLabels(counter.page, 'receipt')
  await counter.page.getByRole('textbox', { name: '민원인 이름' }).fill('김영수')
  await clerk.press('Control+Enter')
  await counter.page.getByRole('heading', { name: '접수 안내' }).waitFor()
  for (const tab of [1, 2, 3, 4] as const) {
    await clerk.openTab(tab)
    await hasWholeLabels(counter.page, `tab ${tab}`)
  }
  await counter.app.close()
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(page, '정하은')
  await page.getByRole('button', { name: /F6 법정 점검/ }).waitFor()
  await hasWholeLabels(page, 'overview')
  await staysOneLineOffline(page)
  await keepsWarningsWhole(page)
  await app.close()
  await hall.stop()
})
