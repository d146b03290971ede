import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { Holiday } from '../domain/calendar.ts'
import { weekday } from '../domain/time.ts'
import { readYaml, type Fault } from './yaml-file.ts'

/** Reads and checks the holidays of a manual folder; every fault at once, or all of them. */
export function readHolidays(folder: string): Holiday[] | { faults: Fault[] } {
  const path = join(folder, file)
  const found = readYaml(path, file, z.array(Holiday))
  if ('faults' in found) return found
  const lines = readFileSync(path, 'utf8').split('\n')
  const faults = found.value.flatMap((holiday, index) => faultsOf(holiday, index, found.value, lines))
  return faults.length > 0 ? { faults } : found.value
}

const file = 'holidays.yaml'

/** What a schema cannot see: one line a date, and a substitute day always on a working weekday (공휴일 규정 제3조). */
function faultsOf(holiday: Holiday, index: number, all: readonly Holiday[], lines: readonly string[]): Fault[] {
  const { date, kind } = holiday
  // The record keeps one holiday a date, so a second line would replace the first without a word.
  const isSecond = all.findIndex((h) => h.date === date) < index
  const line = (isSecond ? lines.findLastIndex((l) => l.includes(date)) : lines.findIndex((l) => l.includes(date))) + 1
  const where = { file, ...(line > 0 && { line }), field: `${index}.date` }
  const duplicate: Fault = {
    ...{ ...where, problem: 'duplicate' },
    ko: `${date}이(가) 두 번 있습니다. 한 줄로 합치고 이름을 함께 적으세요.`,
    en: `${date} stands twice. Keep one line and write both names in it.`,
  }
  const onWeekend: Fault = {
    ...{ ...where, problem: 'substituteOnWeekend' },
    ko: `${date}은(는) 주말이라 대체공휴일이 될 수 없습니다. 날짜를 고치세요.`,
    en: `${date} is on a weekend and cannot be a substitute holiday. Correct the date.`,
  }
  const isOnWeekend = kind === 'substitute' && [0, 6].includes(weekday(date))
  return [...(isSecond ? [duplicate] : []), ...(isOnWeekend ? [onWeekend] : [])]
}
