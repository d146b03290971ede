import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { readHolidays } from '../../db/manual/holidays.ts'
import { makeCalendar } from '../../domain/period/calendar.ts'
import { due } from '../../domain/period/deadline.ts'
import { addDays, dayOf, weekday } from '../../domain/time.ts'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { launchWindow } from '../support/launch.ts'

const found = readHolidays(join(import.meta.dirname, '../../manual'))
const usual = { hours: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } }
const calendarWith = (...extra: string[]) =>
  makeCalendar({ holidays: [...('faults' in found ? [] : found), ...extra.map((date) => ({ date }))], ...usual })
/** '12월 8일', as a screen writes the last day of ten working days from now. */
const tenDays = (...extra: string[]): string => {
  const [, month, day] = (due({ unit: 'days', value: 10 }, Date.now(), calendarWith(...extra))?.lastDay ?? '').split(
    '-',
  )
  return `${Number(month)}월 ${Number(day)}일`
}

/** The list begins where today is, however many holidays of the year are past. */
async function beginsAtNext(page: Page): Promise<void> {
  const today = dayOf(Date.now())
  const ofYear = ('faults' in found ? [] : found).filter(({ date }) => date.startsWith(today.slice(0, 4)))
  const [, month, day] = (ofYear.find(({ date }) => date >= today) ?? ofYear.at(-1))?.date.split('-') ?? []
  const row = page.getByRole('row').filter({ hasText: `${Number(month)}월 ${Number(day)}일(` })
  await expect(row.getByRole('button')).toBeInViewport({ ratio: 1 })
}

test(
  'the supervisor makes a day a holiday and takes it back, by keyboard, and the counter sees the due date move',
  { tag: '@long' },
  async ({}, info) => {
    const hall = await startHall()
    const counter = await launchWindow({ role: 'counter', hall: hall.socket })
    const boss = await launchWindow({ role: 'supervisor', hall: hall.socket })
    const clerk = new Clerk(counter.page)
    const desk = new Clerk(boss.page)
    await clerk.signIn()
    await signInAs(boss.page, '정하은')
    await clerk.receive('정보공개', '정보공개', '김영수')
    const header = counter.page.getByRole('banner').or(counter.page.locator('.case-head'))
    await expect(header.last()).toContainText(tenDays())

    let free = addDays(dayOf(Date.now()), 2)
    while (calendarWith().isOff(free) || weekday(free) === 0) free = addDays(free, 1)
    await expect(boss.page.locator('main')).toContainText('정보공개')
    await desk.press('F7')
    await boss.page.getByRole('dialog', { name: '휴일' }).waitFor()
    await expect(boss.page.getByRole('region', { name: `${free.slice(0, 4)}년 휴일` })).toContainText(
      '대체공휴일(광복절)',
    )
    await beginsAtNext(boss.page)
    await hasNoViolation(boss.page)
    await picture(boss.page, info, 'holidays')

    await desk.tabTo(boss.page.getByRole('button', { name: '휴일 추가…' }))
    await desk.press('Enter')
    const date = boss.page.getByRole('textbox', { name: '날짜' })
    await expect(date).toBeFocused()
    // The year alone is no date, though the field is not empty.
    await desk.tabTo(boss.page.getByRole('textbox', { name: '출처' }))
    await desk.press('Control+Enter')
    await expect(date).toBeFocused()
    await date.fill(free)
    await desk.tabTo(boss.page.getByRole('textbox', { name: '이름' }))
    await boss.page.keyboard.type('임시공휴일')
    await desk.tabTo(boss.page.getByRole('textbox', { name: '출처' }))
    await boss.page.keyboard.type('관보 제21234호')
    await expect(boss.page.getByRole('dialog')).toContainText('처리 중인 민원 1건의 기한이 바뀝니다.')
    await hasNoViolation(boss.page)
    await picture(boss.page, info, 'holiday-add')
    await desk.press('Control+Enter')
    const row = boss.page.getByRole('row').filter({ hasText: '관보 제21234호' })
    await expect(row).toContainText('정하은 지정')
    await expect(header.last()).toContainText(tenDays(free))

    await desk.tabTo(row.getByRole('button'))
    await desk.press('Enter')
    await expect(boss.page.getByRole('textbox', { name: '사유' })).toBeFocused()
    await boss.page.keyboard.type('지정이 철회됨')
    await hasNoViolation(boss.page)
    await picture(boss.page, info, 'holiday-withdraw')
    await desk.press('Control+Enter')
    await expect(boss.page.getByRole('region', { name: '취소한 휴일' })).toContainText('지정이 철회됨')
    await expect(row).toHaveCount(0)
    await expect(header.last()).toContainText(tenDays())

    // A day that is a holiday already is refused with a sentence, and what was typed stays.
    await desk.tabTo(boss.page.getByRole('button', { name: '휴일 추가…' }))
    await desk.press('Enter')
    await date.fill(`${free.slice(0, 4)}-12-25`)
    await desk.tabTo(boss.page.getByRole('textbox', { name: '이름' }))
    await boss.page.keyboard.type('성탄절')
    await desk.tabTo(boss.page.getByRole('textbox', { name: '출처' }))
    await boss.page.keyboard.type('달력')
    await desk.press('Control+Enter')
    await expect(boss.page.getByRole('alert')).toContainText('이미 휴일인 날입니다')
    await expect(boss.page.getByRole('textbox', { name: '이름' })).toHaveValue('성탄절')

    // Without the line the hall cannot decide it: that is said at once, and nothing waits.
    await hall.stop()
    await expect(boss.page.locator('.band')).toBeVisible()
    await desk.press('Control+Enter')
    await expect(boss.page.getByRole('alert')).toContainText('민원실 서버')
    await picture(boss.page, info, 'holiday-offline')
    for (const pc of [boss, counter]) await pc.app.close()
  },
)
