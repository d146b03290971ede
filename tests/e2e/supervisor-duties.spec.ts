import { existsSync, readFileSync } from 'node:fs'
import { expect, test, type Locator, type Page, type TestInfo } from '@playwright/test'
import type { Event } from '../../domain/hall.ts'
import { openRecord } from '../../domain/record/record.ts'
import { addDays, dayOf, startOfDay } from '../../domain/time.ts'
import { greeted } from '../attack/greeted.ts'
import { Clerk, hasNoViolation, picture, scrollOf, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'
import { pairedDevice } from '../support/paired.ts'
import { clockOf, hallWithPast } from '../support/past.ts'
import { openLogIn } from '../support/record.ts'

const dialog = (page: Page) => page.getByRole('dialog')

async function signInSupervisor(page: Page): Promise<Clerk> {
  await signInAs(page, '정하은')
  await page.getByRole('button', { name: /F6 법정 점검/ }).waitFor()
  return new Clerk(page)
}

test(
  'the supervisor reads a long register to its end, also of what is put away, and exports it with a reason',
  { tag: '@long' },
  async ({}, info) => {
    const { data, receiptNos } = hallWithPast([], undefined, 215)
    const hall = await startHall({ data })
    const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const boss = await signInSupervisor(page)
    await boss.press('F4')
    await dialog(page).waitFor()
    await page.getByRole('textbox', { name: '접수일부터' }).fill(addDays(dayOf(Date.now()), -60))
    await boss.press('Enter')
    const list = page.getByRole('region', { name: '처리부 목록' })
    const lines = list.getByRole('rowheader')
    await expect(lines).toHaveCount(200)
    await expect(dialog(page)).toContainText('220건 가운데 앞의 200건만 보입니다')
    const first = (await lines.allInnerTexts()).slice(0, 5)
    expect(first).toEqual(['closed', 'waiting', 'long', 'late', 'other'].map((id) => receiptNos[id]))
    await expect(list).toContainText('김*수')
    await expect(list).not.toContainText('김영수')
    await expect(page.getByRole('region', { name: '내려받은 기록' })).toContainText('내려받은 적이 없습니다')
    await picture(page, info, 'supervisor-register')
    await boss.tabTo(page.getByRole('button', { name: '20건 더 보기' }))
    await boss.press('Enter')
    await expect(lines).toHaveCount(220)
    await expect(page.getByRole('button', { name: '모두 보임' })).toBeFocused()
    await hasNoViolation(page)

    await boss.type('접수번호', receiptNos['late'] ?? '')
    await boss.press('Enter')
    await expect(list.getByRole('rowheader')).toHaveText([receiptNos['late'] ?? ''])
    await hasNoViolation(page)
    await picture(page, info, 'supervisor-register-found')
    await boss.type('접수번호', '99999')
    await boss.press('Enter')
    await expect(dialog(page)).toContainText('그런 접수번호가 없습니다')

    await boss.tabTo(page.getByRole('button', { name: '내려받기…' }))
    await boss.press('Enter')
    await expect(page.getByRole('heading', { name: '민원 처리부 내려받기' })).toBeVisible()
    await expect(page.getByRole('button', { name: /내려받기/ })).toHaveAttribute('aria-disabled', 'true')
    await page.getByRole('radio', { name: 'CSV' }).check()
    await page.getByRole('textbox', { name: '사유' }).fill('자체감사 자료 제출')
    await hasNoViolation(page)
    await picture(page, info, 'supervisor-export')
    await boss.press('Control+Enter')
    const done = page.getByRole('region', { name: '내려받은 기록' })
    await expect(done).toContainText('자체감사 자료 제출')
    const path = await done.locator('code').innerText()
    expect(existsSync(path)).toBe(true)
    expect(readFileSync(path, 'utf8')).toContain(',김영수,')
    await picture(page, info, 'supervisor-exported')

    await boss.tabTo(page.getByRole('button', { name: '내려받기…' }))
    await boss.press('Enter')
    await page.getByRole('radio', { name: 'PDF' }).check()
    await page.getByRole('textbox', { name: '사유' }).fill('인쇄하여 비치')
    await boss.press('Control+Enter')
    const pdf = await done.locator('code').filter({ hasText: '.pdf' }).innerText()
    expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-')
    await info.attach('register.pdf', { path: pdf })

    await page.getByRole('textbox', { name: '까지' }).fill('2000-01-01')
    await expect(page.getByRole('alert').filter({ hasText: '1년 안의 기간' })).toBeVisible()
    await boss.press('Escape')
    await expect(dialog(page)).toHaveCount(0)
    await app.close()
    await hall.stop()
  },
)

/** A counter tells what the hall cannot read. */
async function tellUnreadable(data: string, counter: string): Promise<void> {
  const { line, ear, say } = await greeted(await pairedDevice(data, counter), counter)
  const event = { type: 'visitorCame', at: Date.now(), by: { machine: counter }, visit: 'v', shoe: 43 }
  say({ say: 'tell', entries: [{ origin: counter, originSeq: 1, hallSeq: null, event }] })
  await ear.until((all) => all.some((m) => m.say === 'taken' || (m.say === 'news' && m.entries.length > 0)))
  line.terminate()
}

/** The notice of an outage is printed while nobody can be reached. */
async function printsNotice(boss: Clerk, info: TestInfo): Promise<void> {
  const { page } = boss
  await boss.tabTo(page.getByRole('button', { name: '장애 안내문…' }))
  await boss.press('Enter')
  await page.getByRole('textbox', { name: '그 밖의 안내' }).fill('무인민원발급기는 쓸 수 있습니다.')
  await boss.tabTo(page.locator('summary'))
  await boss.press('Enter')
  await expect(page.frameLocator('.dialog iframe').getByText('무인민원발급기는 쓸 수 있습니다.')).toBeVisible()
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-outage-notice')
  await boss.press('Control+Enter')
  await expect(page.getByText(/프린터로 보냈습니다|이 PC에 프린터가 없습니다/)).toBeVisible()
  await boss.press('Escape')
  await expect(page.getByRole('heading', { name: '법정 점검' })).toBeVisible()
}

/** Without the line a window can be read, and its act says that it needs the line. */
async function opensToRead(boss: Clerk, button: Locator, act: RegExp): Promise<void> {
  await boss.tabTo(button)
  await boss.press('Enter')
  const closed = dialog(boss.page).getByRole('button', { name: act })
  await expect(closed).toHaveAttribute('aria-disabled', 'true')
  await expect(closed).toContainText('회선 필요')
  await hasNoViolation(boss.page)
  await boss.press('Escape')
  await expect(dialog(boss.page)).toHaveCount(0)
}

test('the supervisor reminds, checks the month and records an outage, each once, and offline none', async ({}, info) => {
  const { data, receiptNos } = hallWithPast()
  const hall = await startHall({ data })
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  const boss = await signInSupervisor(page)
  await expect(page.getByRole('button', { name: /F6 법정 점검 \d+ 할 일/ })).toBeVisible()
  await tellUnreadable(data, 'counter-3')
  const held = page.getByRole('region', { name: '확인 필요' }).getByRole('button', { name: '기록 보기…' })
  await held.waitFor()
  await picture(page, info, 'supervisor-overview')
  await boss.tabTo(held)
  await boss.press('Enter')
  await expect(dialog(page)).toContainText('응대 시작')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-strays')
  await boss.press('Control+Enter')
  await expect(held).toHaveCount(0)
  await boss.press('F6')
  const overdue = page.getByRole('region', { name: '기한 지난 민원 · 독촉' }).first()
  await expect(overdue).toContainText(receiptNos['late'] ?? '')
  await expect(page.getByRole('region', { name: '처리진행상황 통지' }).first()).toContainText('개발행위 허가')
  await expect(page.getByRole('region', { name: '찾아가지 않은 문서' }).first()).toContainText('폐기할 수 있음')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-duties')

  await boss.tabTo(page.getByRole('button', { name: `독촉… ${receiptNos['late']}` }))
  await boss.press('Enter')
  await page.getByRole('heading', { name: `${receiptNos['late']} 독촉` }).waitFor()
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-remind')
  await boss.press('Control+Enter')
  await expect(overdue).toContainText('까지 조치')
  await expect(overdue).toContainText('독촉장: 창구 2에서 인쇄할 일')
  await boss.tabTo(page.getByRole('button', { name: `독촉장 보기 ${receiptNos['late']}` }))
  await boss.press('Enter')
  const reminder = page.frameLocator('iframe[title="독촉장 미리보기"]')
  await expect(reminder.locator('body')).toContainText(receiptNos['late'] ?? '')
  await expect(reminder.locator('body')).toContainText('정하은')
  await expect(reminder.locator('body')).not.toContainText('최은영')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-reminder')
  await boss.press('Escape')

  // The hall is forty days old: in the first days of a month the one before the last comes first.
  const month = page.getByRole('region', { name: /월별 확인·점검/ })
  for (let left = true; left; left = !(await month.textContent())?.includes('마쳤습니다: 정하은')) {
    const checked = await month.getAttribute('aria-label')
    await boss.tabTo(page.getByRole('button', { name: '확인·점검…' }))
    await boss.press('Enter')
    await expect(dialog(page)).toContainText(/\d{4}년 \d{1,2}월 확인·점검/)
    await expect(dialog(page)).toContainText('기한 안')
    await hasNoViolation(page)
    await picture(page, info, 'supervisor-month')
    await boss.press('Control+Enter')
    const next = month.and(page.locator(`:not([aria-label="${checked}"])`))
    await next.or(month.filter({ hasText: '마쳤습니다: 정하은' })).waitFor()
  }
  await expect(page.getByRole('button', { name: '확인·점검…' })).toHaveCount(0)

  await boss.tabTo(page.getByRole('button', { name: '장애 기록…' }))
  await boss.press('Enter')
  await page.getByRole('textbox', { name: '시작' }).fill(clockOf(3))
  await page.getByRole('textbox', { name: '끝' }).fill(clockOf(-3))
  await page.getByRole('textbox', { name: '대체 접수 방법' }).fill('종이 신청서로 접수')
  await expect(dialog(page)).toContainText(/기한이 바뀌/)
  await boss.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('이미 끝난 장애만')
  await hasNoViolation(page)
  await page.getByRole('textbox', { name: '끝' }).fill(clockOf(1))
  await picture(page, info, 'supervisor-outage')
  await boss.press('Control+Enter')
  await expect(page.getByRole('region', { name: '시스템 장애' }).first()).toContainText('종이 신청서로 접수')

  await hall.stop()
  await expect(page.getByRole('button', { name: /^독촉…/ })).toHaveAttribute('aria-disabled', 'true')
  await expect(page.getByRole('button', { name: '장애 기록…' })).toHaveAttribute('aria-disabled', 'true')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-duties-offline')
  await printsNotice(boss, info)
  await boss.press('Escape')
  await expect(page.getByRole('button', { name: '발급 멈춤…' })).toHaveAttribute('aria-disabled', 'true')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-offline')
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(await scrollOf(page.getByRole('region', { name: '대기', exact: true }))).toBe(0)
  await opensToRead(boss, page.getByRole('button', { name: /^하루 마감/ }), /마감하기/)
  await opensToRead(boss, page.getByRole('button', { name: '대기열 설정…' }), /설정 바꾸기/)
  await app.close()
})

/** On the record: a month was checked, and an outage of it was recorded after that. */
function checkedThenTouched(data: string, month: string): void {
  const none = {
    received: 0,
    closed: 0,
    onTime: 0,
    late: 0,
    noDue: 0,
    extended: 0,
    refused: 0,
    overdue: 0,
    toldLate: 0,
  }
  const { log } = openLogIn(data, 'hall')
  const record = openRecord(log)
  const by = { machine: 'supervisor', clerk: 'supervisor-1' }
  const at = Date.now() - 3_600_000
  const from = startOfDay(`${month}-02`)
  const said: Event[] = [
    { type: 'monthChecked', at, by, month, figures: none },
    { type: 'outageDeclared', at, by, from, to: from + 60_000, substitute: '종이 신청서' },
  ]
  const [place, own] = [record.lastHallSeq(), record.lastOriginSeq('supervisor')]
  record.stage(
    said.map((event, i) => ({ origin: 'supervisor', originSeq: own + 1 + i, hallSeq: place + 1 + i, event })),
  )
  record.commit()
  log.close()
}

test('a month that comes out otherwise after its check says so, and is checked once more', async ({}, info) => {
  const { data } = hallWithPast()
  const month = addDays(dayOf(Date.now()), -40).slice(0, 7)
  checkedThenTouched(data, month)
  const hall = await startHall({ data })
  const { page, app } = await launchWindow({ role: 'supervisor', hall: hall.socket })
  const boss = await signInSupervisor(page)
  await page.setViewportSize({ width: 1366, height: 768 })
  await boss.press('F6')
  const duty = page.getByRole('region', { name: /월별 확인·점검/ })
  await expect(duty).toContainText('수치가 점검한 뒤 달라졌습니다')
  await expect(duty).toContainText(/접수 0건 → \d+건/)
  await boss.tabTo(duty.getByRole('button', { name: /^다시 점검…/ }))
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-month-changed')
  await boss.press('Enter')
  await expect(dialog(page)).toContainText('점검 때 0건')
  await hasNoViolation(page)
  await picture(page, info, 'supervisor-month-again')
  await boss.press('Control+Enter')
  await expect(duty).toBeVisible()
  await expect(duty).not.toContainText('달라졌습니다')
  await app.close()
  await hall.stop()
})
