import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readHolidays } from '../../../db/manual/holidays.ts'
import { weekday } from '../../../domain/time.ts'

const shipped = join(import.meta.dirname, '../../../manual')

/** A folder whose holidays.yaml says this; without a text it has none. */
function folderWith(text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'holidays-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  if (text !== undefined) writeFileSync(join(folder, 'holidays.yaml'), text)
  return folder
}
const line = (date: string, kind = 'public') =>
  `- { date: "${date}", name: 이름, kind: ${kind}, basis: 근거, source: 출처, provisional: false }`
const faultsIn = (text?: string) => {
  const found = readHolidays(folderWith(text))
  return 'faults' in found ? found.faults : []
}

describe('the shipped holidays', () => {
  const found = readHolidays(shipped)
  const holidays = 'faults' in found ? [] : found
  const onWeekdays = (year: string) =>
    holidays.filter((h) => h.date.startsWith(year) && ![0, 6].includes(weekday(h.date))).map((h) => h.date.slice(5))

  test('are those of the official calendar, weekday by weekday', () => {
    expect(onWeekdays('2024').join(' ')).toBe(
      '01-01 02-09 02-12 03-01 04-10 05-06 05-15 06-06 08-15 09-16 09-17 09-18 10-01 10-03 10-09 12-25',
    )
    expect(onWeekdays('2025').join(' ')).toBe(
      '01-01 01-27 01-28 01-29 01-30 03-03 05-05 05-06 06-03 06-06 08-15 10-03 10-06 10-07 10-08 10-09 12-25',
    )
    expect(onWeekdays('2026').join(' ')).toBe(
      '01-01 02-16 02-17 02-18 03-02 05-01 05-05 05-25 06-03 07-17 08-17 09-24 09-25 10-05 10-09 12-25',
    )
    expect(onWeekdays('2027').join(' ')).toBe(
      '01-01 02-08 02-09 03-01 05-03 05-05 05-13 07-19 08-16 09-14 09-15 09-16 10-04 10-11 12-27',
    )
    expect(onWeekdays('2028').join(' ')).toBe(
      '01-26 01-27 01-28 03-01 04-12 05-01 05-02 05-05 06-06 07-17 08-15 10-02 10-03 10-04 10-05 10-09 12-25',
    )
  })

  test('are provisional in 2028 and nowhere else, and each names its article', () => {
    expect(holidays.filter((h) => h.provisional !== h.date.startsWith('2028'))).toEqual([])
    expect(holidays.filter((h) => !/^관공서의 공휴일에 관한 규정 제[23]조 제\d+[호항]/.test(h.basis))).toEqual([])
    expect(holidays.filter((h) => h.kind === 'temporary').map((h) => h.date)).toEqual([
      ...['2024-10-01', '2025-01-27', '2025-06-03'],
    ])
  })
})

describe('a faulty file is told with its line', () => {
  test('when it is missing or not YAML', () => {
    expect(faultsIn()).toMatchObject([{ file: 'holidays.yaml', problem: 'fileMissing' }])
    expect(faultsIn(`${line('2026-01-01')}\n- { date: "2026`)[0]).toMatchObject({ problem: 'notYaml' })
  })

  test('when a day does not exist, a kind is unknown or a field is missing', () => {
    const [day, kind] = faultsIn([line('2026-01-01'), line('2026-02-30'), line('2026-03-01', 'fest')].join('\n'))
    expect(day).toMatchObject({ file: 'holidays.yaml', line: 2, field: '1.date' })
    expect(kind).toMatchObject({ line: 3, field: '2.kind' })
    expect(faultsIn('- { date: "2026-01-01" }').map((f) => f.field)).toContain('0.name')
  })

  test('when a date stands twice or a substitute is on a weekend', () => {
    const faults = faultsIn([line('2026-01-01'), line('2026-01-01'), line('2026-03-14', 'substitute')].join('\n'))
    expect(faults.map((f) => [f.line, f.problem])).toEqual([
      [2, 'dateTwice'],
      [3, 'substituteOnWeekend'],
    ])
    expect(faults.every((f) => f.ko.length > 0 && f.en.length > 0)).toBe(true)
  })
})
