import { expect, test } from '@playwright/test'
import { Clerk, hasNoViolation, picture } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'

test('[P4] a clerk looks up a petition of another counter with a reason, by keyboard', async ({}, info) => {
  test.setTimeout(90_000)
  const hall = await startHall()
  const one = await launchWindow({ role: 'counter', machine: 'counter-1', hall: hall.socket })
  const two = await launchWindow({ role: 'counter', machine: 'counter-2', hall: hall.socket })
  const [holder, asker] = [new Clerk(one.page), new Clerk(two.page)]
  await holder.signIn()
  await asker.signIn()
  await holder.receive('공인중개사 재교부', title, '김영수')
  await holder.tabTo(one.page.getByRole('button', { name: '가린 정보 보기' }))
  await holder.press('Enter')
  await expect(one.page.getByText('김영수')).toBeVisible()

  await asker.press('F9')
  await two.page.keyboard.type('00001')
  await two.page.getByRole('option', { name: new RegExp(title), selected: true }).waitFor()
  await asker.press('Enter')
  await expect(two.page.getByText('민원인 정보 없음')).toBeVisible()
  await asker.tabTo(two.page.getByRole('button', { name: '민원인 정보 조회…' }))
  await asker.press('Enter')
  await two.page.getByRole('dialog').waitFor()
  await hasNoViolation(two.page)
  await asker.type('조회 사유', '민원인이 전화로 진행을 물음')
  await picture(two.page, info, 'counter-look-up')
  await asker.finishForm()
  await expect(two.page.getByText('김*수')).toBeVisible()
  await hasNoViolation(two.page)
  await picture(two.page, info, 'counter-looked-up')
  await asker.press('F9')
  await two.page.keyboard.type('00001')
  await two.page.getByRole('option', { name: new RegExp(title), selected: true }).waitFor()
  await asker.press('Enter')
  await expect(two.page.getByText('민원인 정보 없음')).toBeVisible()
  for (const pc of [one, two]) await pc.app.close()
  await hall.stop()
})
