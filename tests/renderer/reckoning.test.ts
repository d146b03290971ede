import { expect, test } from 'vitest'
import { makeCalendar } from '../../domain/period/calendar.ts'
import { explainDue } from '../../domain/period/deadline-steps.ts'
import { lawfulHolidays } from '../../domain/period/holiday-rules.ts'
import { instantOf } from '../../domain/time.ts'
import { en } from '../../renderer/text/en.ts'
import { ko } from '../../renderer/text/ko.ts'

/** How a due date comes about, in words. */

const calendar = makeCalendar({
  holidays: [
    ...lawfulHolidays(2026).map((h) => ({ ...h, provisional: false })),
    { date: '2026-03-16', name: '쉬는 날', kind: 'temporary' },
  ],
  hours: { from: '09:00', to: '18:00' },
  lunch: { from: '12:00', to: '13:00' },
})
const at = (day: string, clock: string) => instantOf(day, clock)
const steps = explainDue({ unit: 'days', value: 7 }, at('2026-03-10', '10:00'), calendar, {
  suspensions: [{ from: at('2026-03-12', '11:00'), to: at('2026-03-18', '15:00'), reason: 'supplement' }],
  extensions: [{ unit: 'days', value: 2 }],
})

test('in Korean each step is a sentence with its article', () => {
  const { reckoning, stops } = ko.procedure
  expect(steps.map((s) => reckoning(s, 'days', stops))).toEqual([
    '3/10 10:00 접수',
    '3/10 첫날 산입(법 제19조 제2항)',
    '처리기간 7일: 근무일로 셈(법 제19조 제2항)',
    '3/12–3/18 보완 불산입(4일)',
    '공휴일 3/16 쉬는 날 제외',
    '토·일 4일 제외',
    '1차 연장 2일 → 3/27 18:00(시행령 제21조)',
    '따라서 3월 27일(금) 18:00까지',
  ])
})

test('in English no step is left without a sentence', () => {
  const { reckoning, stops } = en.procedure
  expect(steps.map((s) => reckoning(s, 'days', stops))).toMatchObject([
    'Received 10 Mar 10:00',
    '10 Mar: the first day counts (Act Art. 19(2))',
    'Period of 7 days: counted in working days (Act Art. 19(2))',
    '12 Mar – 18 Mar not counted: supplement (4 days)',
    'Holiday 16 Mar 쉬는 날 left out',
    '4 weekend days left out',
    'Extension 1 by 2 days → 27 Mar 18:00 (Decree Art. 21)',
    'So until Fri 27 Mar 18:00',
  ])
})

test('a receipt after closing and a date of a year by rule say so', () => {
  const late = explainDue({ unit: 'immediate', value: 1 }, at('2027-03-12', '18:30'), calendar)
  const sentences = late.map((s) => ko.procedure.reckoning(s, 'hours', ko.procedure.stops))
  expect(sentences).toContain('근무시간 뒤라 3/15 09:00부터 셈')
  expect(sentences.at(-1)).toMatch(/^따라서 3월 15일\(월\) 12:00까지 · 2027년 휴일은 규칙으로 계산한 것$/)
})
