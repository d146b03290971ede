import { expect, test, type Locator } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

/** The colours of the system in place of ours (Windows: high contrast): shadows and grounds are not drawn. */

const look = (at: Locator) =>
  at.evaluate((e) => {
    const { borderTopWidth, borderTopStyle, borderTopColor, borderBottomWidth, backgroundColor, color } =
      getComputedStyle(e)
    const { outlineStyle, outlineWidth, borderLeftWidth } = getComputedStyle(e)
    return {
      edge: `${borderTopWidth} ${borderTopStyle}`,
      edgeColor: borderTopColor,
      left: borderLeftWidth,
      foot: borderBottomWidth,
      ground: backgroundColor,
      ink: color,
      ring: `${outlineWidth} ${outlineStyle}`,
    }
  })

test(
  'in the colours of the system a counter has edges, and shows what is chosen, closed and in focus',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
    await page.emulateMedia({ forcedColors: 'active' })
    const clerk = new Clerk(page)
    const chosen = page.getByRole('option', { selected: true })
    await chosen.waitFor()
    expect((await look(page.getByRole('combobox', { name: '근무자 고르기' }))).edge).toBe('1px solid')
    expect((await look(chosen)).left).not.toBe((await look(page.getByRole('option').last())).left)
    await clerk.signIn()
    await page.setViewportSize({ width: 1366, height: 768 })
    await clerk.startReceive('신문사업', '신문사업 등록')
    const name = page.getByRole('textbox', { name: '민원인 이름' })
    await expect(name).toBeFocused()
    expect(await look(name)).toMatchObject({ edge: '1px solid', ring: '3px solid' })

    const cancel = await look(page.getByRole('button', { name: '접수하지 않기' }))
    const closed = await look(page.getByRole('button', { name: /접수.*Ctrl\+Enter/ }))
    expect(cancel.edge).toBe('1px solid')
    expect(closed.ink).not.toBe(cancel.ink)
    expect(closed.edgeColor).not.toBe(cancel.edgeColor)

    const answers = page.locator('.choices label:visible')
    const before = await look(answers.nth(1))
    expect(before.edge).toBe('1px solid')
    await answers.first().click()
    const after = await look(answers.first())
    expect(after.ground).not.toBe(before.ground)
    await hasNoViolation(page)
    await picture(page, info, 'high-contrast-receive')

    await page.getByRole('button', { name: '민원이 아님…' }).click()
    expect((await look(page.locator('.window'))).edge).toBe('1px solid')
    await clerk.press('Escape')
    await name.fill('김영수')
    await clerk.press('Control+Enter')
    await page.getByRole('region', { name: '처리 단계' }).waitFor()
    const tabs = page.locator('.case-tabs button')
    expect((await look(tabs.nth(0))).foot).not.toBe((await look(tabs.nth(1))).foot)
    await clerk.press('Control+Enter')
    const box = page.locator('.check .box')
    await box.first().waitFor()
    expect((await look(box.first())).edge).toBe('1px solid')
    await page.locator('.check-button input').first().click()
    await page.locator('.check.met .box').first().waitFor()
    expect((await look(page.locator('.check.met .box').first())).ground).not.toBe(
      (await look(page.locator('.check:not(.met) .box').first())).ground,
    )
    const marks = page.locator('.marks').first().getByRole('button')
    await marks.first().click()
    await expect(marks.first()).toHaveAttribute('aria-pressed', 'true')
    expect((await look(marks.first())).ground).not.toBe((await look(marks.nth(1))).ground)
    await hasNoViolation(page)
    await picture(page, info, 'high-contrast-case')
    await app.close()
    await hall.stop()
  },
)

test(
  'in the colours of the system the supervisor sees edges and where they are',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    await page.emulateMedia({ forcedColors: 'active' })
    await signInAs(page, '정하은')
    const close = page.getByRole('button', { name: /하루 마감/ })
    await close.waitFor()
    expect((await look(close)).edge).toBe('1px solid')
    expect((await look(page.locator('.tile').first())).edge).toBe('1px solid')
    await picture(page, info, 'high-contrast-overview')
    await page.keyboard.press('F9')
    const line = page.locator('.manual-line')
    await line.first().click()
    await page.locator('.manual-form').waitFor()
    await expect(line.first()).toHaveAttribute('aria-current')
    expect((await look(line.first())).left).not.toBe((await look(line.nth(1))).left)
    const views = page.locator('.manual-head nav button')
    expect((await look(views.nth(0))).ground).not.toBe((await look(views.nth(1))).ground)
    expect((await look(page.locator('.manual-form .input').first())).edge).toBe('1px solid')
    await hasNoViolation(page)
    await picture(page, info, 'high-contrast-editor')
    await app.close()
    await hall.stop()
  },
)
