import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'

test(
  'the supervisor seizes a case from a counter that is cut off, and the new holder takes over what comes late',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const one = await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket })
    const two = await launchWindow({ role: 'counter', machine: 'counter-2', hall: hall.socket })
    const boss = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const [first, second] = [new Clerk(one.page), new Clerk(two.page)]
    await first.signIn()
    await second.signIn()
    await signInAs(boss.page, '정하은')
    await first.receive('공인중개사 재교부', title, '김영수')
    await expect(boss.page.locator('body')).toContainText(title)

    await one.app.close()
    const away = await launchWindow({ role: 'counter', machine: 'counter-1', dataFolder: one.dataFolder })
    const alone = new Clerk(away.page)
    await alone.unlock()
    await expect(away.page.getByRole('status', { name: '회선 상태' })).toContainText('오프라인')
    await away.page.getByText(title).first().click()
    await alone.finishStep('1 신분·자격 확인')
    await away.app.close()

    await boss.page.setViewportSize({ width: 1920, height: 1080 })
    const desk = new Clerk(boss.page)
    await desk.tabTo(boss.page.getByRole('button', { name: /재배정…/ }).first())
    await desk.press('Enter')
    await boss.page.getByRole('dialog').waitFor()
    await hasNoViolation(boss.page)
    await boss.page.getByRole('combobox', { name: '맡을 창구' }).selectOption('counter-2')
    await desk.tabTo(boss.page.getByRole('textbox'))
    await boss.page.keyboard.type('창구 1의 회선이 끊김')
    await picture(boss.page, info, 'supervisor-seize')
    await desk.press('Control+Enter')
    await expect(boss.page.getByRole('dialog')).toHaveCount(0)
    await expect(two.page.locator('main')).toContainText(title)

    const back = await launchWindow({ role: 'counter', hall: hall.socket, dataFolder: one.dataFolder })
    await expect(boss.page.getByRole('region', { name: '확인 필요' })).toContainText('늦게')
    await two.page.getByText(title).first().click()
    const late = two.page.getByRole('region', { name: '늦게 온 기록' })
    await expect(late).toContainText('이어받기')
    // Which step, and not only that one was finished.
    await expect(late).toContainText('신분·자격 확인')
    await hasNoViolation(two.page)
    await picture(two.page, info, 'counter-late')
    const take = late.getByRole('button', { name: '이어받기' })
    for (let left = await take.count(); left > 0; left--) {
      await second.tabTo(take.first())
      await second.press('Enter')
      await expect(take).toHaveCount(left - 1)
    }
    await expect(two.page.locator('main')).toContainText('4단계 중 1단계 마침')
    await expect(two.page.locator('.case-head').getByText('김*수')).toBeVisible()
    for (const pc of [back, boss, two]) await pc.app.close()
    await hall.stop()
  },
)
