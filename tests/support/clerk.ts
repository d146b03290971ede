import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Locator, type Page, type TestInfo } from '@playwright/test'
import type axe from 'axe-core'
import { testPassword } from './people.ts'

/** Signs somebody in by keyboard: found by name, then the password. */
export async function signInAs(page: Page, name: string, password = testPassword): Promise<void> {
  await expect(page.getByRole('combobox', { name: '근무자 고르기' })).toBeFocused()
  await page.keyboard.type(name)
  await page.getByRole('option', { name, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('비밀번호', { exact: true })).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
}

/** Whether the focus is on an element of the page or in it; nothing of one that is no longer there. */
const hasFocus = (e: Element): boolean | undefined =>
  e.isConnected ? e === document.activeElement || e.contains(document.activeElement) : undefined

/** A clerk at a counter who uses the keyboard alone. */
export class Clerk {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Signs in: the first of the list, or whose name is typed. */
  async signIn(name = ''): Promise<void> {
    await signInAs(this.page, name)
    await this.page.getByRole('heading', { name: '민원 찾기' }).waitFor()
  }

  /** Unlocks the session that a PC had before it was started anew. */
  async unlock(): Promise<void> {
    await this.page.getByRole('heading', { name: '화면 잠김' }).waitFor()
    await expect(this.page.getByLabel('비밀번호', { exact: true })).toBeFocused()
    await this.page.keyboard.type(testPassword)
    await this.page.keyboard.press('Enter')
    await this.page.getByRole('heading', { name: '화면 잠김' }).waitFor({ state: 'detached' })
  }

  press = (...keys: string[]): Promise<void> =>
    keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve())

  /** Moves on by Tab until the focus is there, as a person without a mouse would. */
  async tabTo(target: Locator): Promise<void> {
    // To find it by its name takes longer than to ask it whether it has the focus; by then the name may stand on another.
    let element = await target.elementHandle()
    for (let i = 0; i < 150; i++) {
      const has = await element?.evaluate(hasFocus)
      if (has && (await target.evaluate(hasFocus))) return
      if (has === false) await this.page.keyboard.press('Tab')
      else element = await target.elementHandle()
    }
    throw new Error(`${String(target)} is not reached by Tab`)
  }

  /** Calls the next visitor and welcomes them. */
  async welcomeNext(label: string): Promise<void> {
    await this.press('F2')
    await this.hasTicket(label, '호출')
    await this.press('F4')
    await this.hasTicket(label, '응대 중')
  }

  async hasTicket(label: string, state: string): Promise<void> {
    const mine = this.page.getByRole('complementary', { name: '내 번호표' })
    await expect(mine).toContainText(label.replace(' ', ''))
    await expect(mine).toContainText(state)
  }

  async isFree(): Promise<void> {
    const mine = this.page.getByRole('complementary', { name: '내 번호표' })
    await expect(mine).toContainText('응대 중인 민원인이 없습니다')
  }

  /** Finds a kind by typing and opens its receipt. */
  async startReceive(query: string, title: string): Promise<void> {
    await this.press('F9')
    await this.page.keyboard.type(query)
    // Chosen, not only found: while the words are typed another kind may stand on top.
    await this.page.getByRole('option', { name: title, selected: true }).waitFor()
    await this.press('Enter')
    await this.page.getByRole('textbox', { name: '민원인 이름' }).waitFor()
  }

  /** Finds a kind by typing, gives the guidance and receives it for a petitioner. */
  async receive(query: string, title: string, petitioner: string): Promise<void> {
    await this.startReceive(query, title)
    await this.page.keyboard.type(petitioner)
    await this.tabTo(this.page.getByRole('checkbox', { name: '모두 안내함' }))
    await this.press('Space', 'Control+Enter')
    await this.page.getByRole('region', { name: '처리 단계' }).waitFor()
  }

  /** Ticks every check of the open step and finishes it. */
  async finishStep(title: string): Promise<void> {
    const open = this.page.getByRole('listitem').filter({ has: this.page.getByRole('heading', { name: title }) })
    await open.waitFor()
    const checks = open.getByRole('checkbox')
    const count = await checks.count()
    for (let i = 0; i < count; i++) {
      await this.tabTo(checks.nth(i))
      await this.press('Space')
      await expect(checks.nth(i)).toBeChecked()
    }
    await this.press('Control+Enter')
    await expect(this.page.getByRole('heading', { name: title, level: 3 })).toHaveCount(0)
  }

  /** Opens a screen of the case by its key: 1 work, 2 procedure, 3 application, 4 papers. */
  async openTab(nth: 1 | 2 | 3 | 4): Promise<void> {
    const name = ['처리', '법정 절차', '신청서', '문서'][nth - 1]
    const tab = this.page.getByRole('button', { name: new RegExp(`^${name} .*Ctrl\\+${nth}$`) })
    await tab.waitFor()
    await this.press(`Control+${nth}`)
    await expect(tab).toHaveAttribute('aria-current', 'page')
  }

  /** Goes to an act of the procedure by Tab and opens its form. */
  async openAct(name: string): Promise<void> {
    await this.tabTo(this.page.getByRole('button', { name, exact: true }))
    await this.press('Enter')
    await this.page.getByRole('dialog').waitFor()
  }

  /** Ticks a box, or goes to a radio button by Tab to its group and the arrows in it. */
  async choose(target: Locator): Promise<void> {
    const isRadio = (await target.getAttribute('type')) === 'radio'
    await this.tabTo(isRadio ? target.locator('xpath=ancestor::fieldset[1]') : target)
    if (!(await target.isChecked())) await this.press('Space')
    const arrows = isRadio ? 12 : 0
    for (let i = 0; i < arrows && !(await target.isChecked()); i++) await this.press('ArrowRight')
    await expect(target).toBeChecked()
  }

  /** Types into a field that is reached by Tab, in place of what stands there. */
  async type(label: string | RegExp, text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: label })
    await this.tabTo(field)
    await this.press('Control+A')
    await this.page.keyboard.type(text)
  }

  /** Does what the form says, and waits until it is closed. */
  async finishForm(): Promise<void> {
    await this.press('Control+Enter')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  async markDocument(name: string, mark: string): Promise<void> {
    const button = this.page
      .getByRole('group', { name: `${name} 상태` })
      .getByRole('button', { name: mark, exact: true })
    await this.tabTo(button)
    await this.press('Enter')
    await expect(button).toHaveAttribute('aria-pressed', 'true')
  }

  /** Opens a form by its button's key, and does what its own first button says. */
  async fillForm(button: string, fill: () => Promise<void> = async () => {}): Promise<void> {
    await expect(this.page.getByRole('button', { name: `${button} Ctrl+Enter` })).toBeVisible()
    await this.press('Control+Enter')
    await this.page.getByRole('dialog').waitFor()
    await fill()
    await this.press('Control+Enter')
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }
}

/**
 * No violation of WCAG 2.2 AA on the page as it stands. Under a dialog all else is inert, so the dialog alone is looked at;
 * the sheet of a paper in its frame runs no program, and is not.
 */
export async function hasNoViolation(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
    const { violations } = await window.axe.run(document.querySelector('[role="dialog"]') ?? document, {
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
      iframes: false,
      // No page plays anything, and none of these rules reads style sheets.
      preload: false,
      reporter: 'no-passes',
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
  })
  expect(found).toEqual([])
}

declare global {
  interface Window {
    axe: typeof axe
  }
}
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** How far a part of the page scrolls; 0 where all of it is in sight. */
export const scrollOf = (part: Locator): Promise<number> => part.evaluate((e) => e.scrollHeight - e.clientHeight)

/** A picture of a screen at both sizes, for eyes and for the README. `npm test` takes none (CHANGGU_PICTURES=none). */
export async function picture(page: Page, info: TestInfo, name: string): Promise<void> {
  const takes = process.env['CHANGGU_PICTURES'] !== 'none'
  for (const [width, height] of takes
    ? ([
        [1920, 1080],
        [1366, 768],
      ] as const)
    : ([[1366, 768]] as const)) {
    await page.setViewportSize({ width, height })
    if (takes) await page.screenshot({ path: info.outputPath(`${name}-${width}x${height}.png`) })
  }
}
