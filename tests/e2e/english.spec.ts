import { expect, test, type Page } from '@playwright/test'
import { Clerk } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

/** What stands in Hangul on the page and is not marked as Korean, however often. */
const unmarkedHangul = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isKorean = node.parentElement?.closest<HTMLElement>('[lang]')?.lang === 'ko'
      const text = node.textContent ?? ''
      if (!isKorean && /[가-힣]/.test(text)) found.add(text.trim())
    }
    return [...found]
  })

/** Names stay as they are written in every language. */
const names = new Set(['이서연', '김*수', '한빛시청 열린민원실'])

test('on the English screens of a counter Korean is marked as Korean, and a petition has one name', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  await page.setViewportSize({ width: 1366, height: 768 })
  const clerk = new Clerk(page)
  await clerk.signIn()
  const unmarked = async () => (await unmarkedHangul(page)).filter((text) => !names.has(text))
  await clerk.receive('공인중개사 자격증', '공인중개사 자격증 재교부', '김영수')
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('button', { name: '한국어' }).locator('[lang="ko"]')).toHaveText('한국어')
  const name = 'Realtor license reissue'
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  await expect(page.getByRole('heading', { level: 1 }).locator('[lang="ko"]')).toHaveText('공인중개사 자격증 재교부')
  expect(await unmarked()).toEqual([])
  await page.getByRole('button', { name: 'First screen' }).click()
  await expect(page.getByRole('region', { name: 'My cases' })).toContainText(name)
  await page.keyboard.type('신문사업')
  await page.getByRole('option', { name: /신문사업 등록/, selected: true }).waitFor()
  expect(await unmarked()).toEqual([])
  await clerk.press('Enter')
  await page.getByRole('textbox', { name: 'Petitioner’s name' }).waitFor()
  expect(await unmarked()).toEqual([])
  await app.close()
  await hall.stop()
})
