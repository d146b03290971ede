import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

/** A kind that asks who applies, about the office, for a share in percent, and yes or no. */
const title = '인터넷신문사업 등록'

test('the questions of a kind leave the documents of one citizen, go with the receipt and are changed in the case, by keyboard', async ({}, info) => {
  const hall = await startHall()
  const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
  const clerk = new Clerk(page)
  const manual = page.getByRole('complementary', { name: '표준 매뉴얼' })
  const part = (name: string) => manual.getByRole('region', { name: new RegExp(`^${name}`) })
  const radio = (name: string) => manual.getByRole('radio', { name, exact: true })
  const look = async (name: string) => {
    await hasNoViolation(page)
    await picture(page, info, name)
  }
  await clerk.signIn()
  await clerk.startReceive(title, title)
  await page.keyboard.type('김영수')
  await expect(page.locator('main')).toContainText('물을 것이 4가지 남았습니다')
  await expect(part('이 민원인의 서류')).toContainText('발행인·편집인 기본증명서')
  await expect(part('답에 따라 정해짐')).toContainText('정관')
  await expect(part('답에 따라 정해짐')).toContainText('신청인은 어느 쪽인가요?')
  await look('reading-unanswered')

  await page.getByRole('button', { name: 'English' }).click()
  await look('reading-english')
  await page.getByRole('button', { name: '한국어' }).click()
  await page.getByRole('textbox', { name: '민원인 이름' }).focus()

  // By arrows from option to option; what no longer applies falls away.
  await clerk.press('Control+J')
  await expect(radio('법인')).toBeFocused()
  await clerk.press('ArrowRight')
  await expect(radio('단체')).toBeChecked()
  await expect(part('이 민원인의 서류')).toContainText('규약과 설립 증명서류')
  await clerk.press('ArrowLeft')
  await expect(radio('법인')).toBeChecked()
  await expect(part('이 민원인의 서류')).toContainText('정관')
  await expect(part('담당자가 확인')).toContainText('요구 금지')
  await expect(part('담당자가 확인')).toContainText('행정정보 공동이용으로 확인')
  await expect(part('답에 따라 정해짐')).toHaveCount(0)
  await expect(manual.getByText('이 민원인은 내지 않는 서류 3건')).toBeVisible()
  // A corporation is not asked whether it owns or leases the office.
  await expect(manual.getByRole('group', { name: /소유인가요/ })).toHaveCount(0)
  await expect(manual.getByText('더 묻지 않아도 되는 것 1가지')).toBeVisible()

  await clerk.type(/자체 생산 기사/, '20')
  await clerk.press('Enter')
  await expect(manual.getByRole('region', { name: '충족하지 않는 요건이 있습니다' })).toContainText('30% 이상')
  await look('reading-unmet')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('40')
  await clerk.press('Enter')
  await expect(manual.getByRole('region', { name: '충족하지 않는 요건이 있습니다' })).toHaveCount(0)
  await expect(part('민원인에게 물을 것')).toContainText('3가지 중 2가지 답함')
  await clerk.choose(radio('예'))
  await expect(page.locator('main')).toContainText('다 물었습니다. 이 민원인이 낼 서류 2건.')
  await clerk.tabTo(manual.getByText('이 민원인은 내지 않는 서류 3건').locator('xpath=ancestor::summary'))
  await clerk.press('Enter')
  await look('reading-answered')
  await clerk.tabTo(manual.getByRole('button', { name: /인용 복사/ }).first())
  await clerk.press('Enter')
  await expect(manual.getByRole('button', { name: /인용 복사/ }).first()).toHaveText('복사함')

  await clerk.tabTo(page.getByRole('checkbox', { name: '모두 안내함' }))
  await expect(page.locator('main')).toContainText('발행인·편집인 기본증명서, 정관 · 담당자 확인 1건')
  await clerk.press('Space', 'Control+Enter')
  await page.getByRole('region', { name: '처리 단계' }).waitFor()
  await expect(radio('법인')).toBeChecked()
  await expect(manual.getByRole('textbox', { name: /자체 생산 기사/ })).toHaveValue('40')
  const documents = page.getByRole('region', { name: '구비서류' })
  await expect(documents.getByRole('row', { name: /규약과 설립/ })).toContainText('해당 없음(답에 따라)')
  await expect(documents.getByRole('row', { name: /^정관/ })).toContainText('없음')
  await look('reading-case')

  // The citizen turns out to be a person: the articles go, what was spared comes back.
  await clerk.press('Control+J')
  await clerk.choose(radio('개인'))
  await expect(documents.getByRole('row', { name: /^정관/ })).toContainText('해당 없음(답에 따라)')
  await clerk.choose(radio('임차'))
  await expect(documents.getByRole('row', { name: /임대차계약서/ })).not.toContainText('해당 없음(답에 따라)')
  await expect(documents.getByRole('row', { name: /건물 등기/ })).toContainText('해당 없음(답에 따라)')

  await clerk.openTab(2)
  await clerk.openAct('보완 요구…')
  await expect(page.getByRole('dialog').getByRole('checkbox', { name: /임대차계약서/ })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('checkbox', { name: '정관' })).toHaveCount(0)
  await clerk.press('Escape')
  await clerk.openTab(1)
  await clerk.finishStep('1 접수·기본 확인')
  const second = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: '2 행정정보 공동이용 조회' }) })
  await expect(second).toContainText('확인 1건 중 0건')
  await expect(second.getByRole('checkbox')).toHaveCount(1)
  await look('reading-case-spared')
  await clerk.finishStep('2 행정정보 공동이용 조회')
  await app.close()
  await hall.stop()
})
