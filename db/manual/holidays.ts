import { join } from 'node:path'
import { z } from 'zod'
import { Holiday } from '../../domain/period/calendar.ts'
import { weekday } from '../../domain/time.ts'
import { openYaml, type Fault } from '../files/yaml-file.ts'

const file = 'holidays.yaml'

/** Reads and checks the holidays of a manual folder; every fault at once, or all of them. */
export function readHolidays(folder: string): Holiday[] | { faults: Fault[] } {
  const { value = [], faults, lineOf } = openYaml(join(folder, file), file, z.array(Holiday))
  const found = value.flatMap((holiday, index): Fault[] => {
    // The record keeps one holiday a date, so a second line would replace the first without a word.
    const isSecond = value.findIndex((h) => h.date === holiday.date) < index
    const problems = [...(isSecond ? [twice(holiday)] : []), ...weekendSubstitute(holiday)]
    // Where a line stands is slow to find out, and asked only of a fault.
    const line = problems.length > 0 ? lineOf([index, 'date']) : undefined
    const place = { file, ...(line !== undefined && { line }), field: `${index}.date` }
    return problems.map((problem) => ({ ...place, ...problem }))
  })
  return faults.length + found.length > 0 ? { faults: [...faults, ...found] } : value
}

const twice = ({ date }: Holiday) => ({
  problem: 'dateTwice',
  ko: `${date}이 두 번 있습니다. 한 줄로 합치고 이름을 함께 적으세요.`,
  en: `${date} stands twice. Keep one line and write both names in it.`,
})

/** A substitute holiday is always a day that would be worked (관공서의 공휴일에 관한 규정 제3조). */
function weekendSubstitute({ date, kind }: Holiday): Omit<Fault, 'file' | 'line' | 'field'>[] {
  if (kind !== 'substitute' || ![0, 6].includes(weekday(date))) return []
  const fault = {
    problem: 'substituteOnWeekend',
    ko: `${date}은 주말이라 대체공휴일이 될 수 없습니다. 날짜를 고치세요.`,
    en: `${date} is on a weekend and cannot be a substitute holiday. Correct the date.`,
  }
  return [fault]
}
