import { expect, test, type Page } from '@playwright/test'
import { Clerk, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const evil = `<img src=x onerror=hit=1>{{7*7}}`
const title = '공인중개사 자격증 재교부'

/** Nothing that was typed has run, and nothing of it has become an element. */
async function isText(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'hit' in window)).toBe(false)
  expect(await page.locator('img[src="x"]').count()).toBe(0)
}

test('what people type is text wherever it is shown: a name, a note, a search, a document, a reason', async () => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const asked: string[] = []
  page.on('dialog', (dialog) => void asked.push(dialog.message()))
  await clerk.signIn()
  await clerk.press('F9')
  await page.keyboard.type(evil)
  await expect(page.getByRole('combobox', { name: '민원 찾기' })).toHaveValue(evil)
  await isText(page)
  await clerk.press('Control+A')
  await clerk.receive('공인중개사 재교부', title, evil)
  await clerk.tabTo(page.getByRole('button', { name: '가린 정보 보기' }))
  await clerk.press('Enter')
  await expect(page.getByText(evil).first()).toBeVisible()
  await clerk.type('메모', evil)
  await clerk.press('Enter')
  await expect(page.getByRole('paragraph').filter({ hasText: evil })).toContainText('이서연')
  await isText(page)

  // The paper is text too: neither the page nor the template takes it for its own.
  await clerk.press('Control+4')
  await clerk.tabTo(page.getByRole('button', { name: /^접수증/ }).first())
  await clerk.press('Enter')
  const paper = page.frameLocator('iframe')
  await expect(paper.getByText(evil).first()).toBeVisible()
  expect(await paper.locator('img[src="x"], script').count()).toBe(0)

  const boss = await launchWindow({ role: 'supervisor', hall: hall.socket })
  await signInAs(boss.page, '정하은')
  await expect(boss.page.locator('body')).toContainText(title)
  const desk = new Clerk(boss.page)
  await desk.press('F4')
  await expect(boss.page.getByRole('row', { name: /^\d{4}-01-00001 / }).filter({ hasText: title })).toContainText('<*')
  await isText(boss.page)
  expect(asked).toEqual([])
  for (const one of [app, boss.app]) await one.close()
  await hall.stop()
})
