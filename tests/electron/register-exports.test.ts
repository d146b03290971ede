import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import type { ExportFile } from '../../domain/views/view-register.ts'
import { openCore } from '../../electron/desk-core.ts'
import { startCounter, startPc, until, type TestPc } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { enter } from '../support/people.ts'
import { newFolder, testKey } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const few = fewKinds('TRN-21')
const today = dayOf(Date.now())
const question = { of: 'register', first: today, last: today, which: 'petitions' } as const

const exporting = (id: string, format: 'csv' | 'xlsx' = 'csv'): Command => ({
  type: 'exportRegister',
  export: id,
  first: today,
  last: today,
  which: 'petitions',
  format,
  reason: '자체 점검',
})

/** A supervisor's PC whose register has the petition of 김영수. */
async function startSupervisor(): Promise<TestPc> {
  const hall = await startHall({ manual: few })
  onEnd(() => hall.stop())
  const counter = await startCounter(onEnd, hall.socket, 1)
  const supervisor = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(supervisor.desk, 'supervisor-1')
  await counter.desk.submit({
    type: 'receiveCase',
    case: 'k',
    kind: 'TRN-21',
    petitioner: { name: '김영수' },
    guidance: ['documents', 'criteria', 'time', 'siteVisit'],
    signed: true,
  })
  await until(supervisor.desk, question, (view) => view?.rows[0]?.name === '김*수')
  return supervisor
}

const fileOf = async (pc: TestPc, id: string, isSo: (file: ExportFile) => boolean) => {
  const isIt = (e: { export: string; file?: ExportFile }) => e.export === id && e.file !== undefined && isSo(e.file)
  const view = await until(pc.desk, { of: 'exports' }, (v) => v?.some(isIt) ?? false)
  return view?.find(isIt)?.file
}
const isWritten = (file: ExportFile): file is { path: string } => typeof file === 'object' && 'path' in file

test('the access record is written as a spreadsheet, by receipt number and never by name, and no cell of it is a formula', async () => {
  const pc = await startSupervisor()
  await pc.desk.submit({ ...exporting('before'), reason: '=cmd|calc' } as Command)
  expect(await pc.desk.submit({ ...exporting('a'), which: 'accesses' } as Command)).toBe('done')
  expect(await pc.desk.submit({ ...exporting('p'), which: 'accesses', format: 'pdf' } as Command)).toEqual({
    refused: 'notOnPaper',
  })
  const file = await fileOf(pc, 'a', isWritten)
  const text = typeof file === 'object' && 'path' in file ? readFileSync(file.path, 'utf8') : ''
  const [head, ...lines] = text.split('\r\n')
  expect(head).toContain('접속일시,식별자,성명,접속지,처리한 정보주체(접수번호),민원명,수행업무,사유,살펴볼 점')
  expect(lines.join('\n')).toContain(",supervisor,,,내려받기,'=cmd|calc,")
  expect(lines.join('\n')).toMatch(/,clerk-1,[^,]+,counter-1,,,근무 시작,/)
  expect(text).not.toContain('김영수')
})

test('an export is written by the supervisor’s PC, whole and for its owner alone, and never again', async () => {
  const pc = await startSupervisor()
  expect(await pc.desk.submit(exporting('a'))).toBe('done')
  const file = await fileOf(pc, 'a', isWritten)
  const path = file && typeof file === 'object' && 'path' in file ? file.path : ''
  expect(path).toMatch(new RegExp(`exports.민원처리부_${today}_${today}_\\d{8}-\\d{6}\\.csv$`))
  expect(readFileSync(path, 'utf8')).toContain(',김영수,')
  // Windows keeps no such bits.
  expect(process.platform === 'win32' ? 0o600 : statSync(path).mode & 0o777).toBe(0o600)
  expect(await pc.desk.submit(exporting('b', 'xlsx'))).toBe('done')
  await fileOf(pc, 'b', isWritten)
  rmSync(path)
  expect(await fileOf(pc, 'a', (f) => f === 'gone')).toBe('gone')
  const left = readdirSync(join(pc.folder, 'exports'))
  expect(left).toEqual([expect.stringMatching(/\.xlsx$/)])
})

test('what a fall has left half written of an export goes at the next start, and nothing else', () => {
  const dataFolder = newFolder(onTestFinished)
  const folder = join(dataFolder, 'exports')
  mkdirSync(folder)
  const whole = '민원처리부_2026-11-01_2026-11-30_20261124-101500.csv'
  const id = '0b9f6c1e-3d52-4a77-9c1f-5e2d8a4b7c60'
  const kept = [whole, `${whole}.bak`, `${whole}.${id}.csv`, `${whole}.${id.slice(1)}`, `내 메모.csv.${id}`].toSorted()
  for (const name of [...kept, `${whole}.${id}`]) writeFileSync(join(folder, name), '김영수')
  mkdirSync(join(folder, `접속기록_2026-11-01_2026-11-30_20261124-101501.xlsx.${id}`))
  const core = openCore({ machine: 'supervisor', dataFolder, key: testKey })
  onTestFinished(() => void ('close' in core && core.close()))
  expect(
    readdirSync(folder)
      .filter((name) => !name.startsWith('접속'))
      .toSorted(),
  ).toEqual(kept)
  expect(readdirSync(folder)).toHaveLength(kept.length + 1)
})

test('an export is written also where the clock of the PC was put back after its start', async () => {
  const pc = await startSupervisor()
  const { now } = Date
  vi.spyOn(Date, 'now').mockImplementation(() => now() - 3_600_000)
  expect(await pc.desk.submit(exporting('a'))).toBe('done')
  const file = await fileOf(pc, 'a', (f) => f === 'gone' || isWritten(f))
  expect(file).toEqual({ path: expect.stringMatching(/\.csv$/) })
})

test('a replaced PC hears of what it exported once, and writes none of it', async () => {
  const hall = await startHall({ manual: few })
  onEnd(() => hall.stop())
  const pc = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(pc.desk, 'supervisor-1')
  expect(await pc.desk.submit(exporting('a'))).toBe('done')
  await fileOf(pc, 'a', isWritten)
  expect(await pc.desk.submit(exporting('a'))).toEqual({ refused: 'exportKnown' })
  await until(pc.desk, { of: 'setup' }, (view) => view.line.unsent === 0)
  pc.close()
  const other = await startPc(onEnd, hall.socket, 'supervisor')
  await enter(other.desk, 'supervisor-1')
  expect(await fileOf(other, 'a', () => true)).toBe('gone')
  expect(readdirSync(other.folder)).not.toContain('exports')
})

test('a file that cannot be written is said, and the act stays on record', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const pc = await startSupervisor()
  writeFileSync(join(pc.folder, 'exports'), 'no folder')
  expect(await pc.desk.submit(exporting('a'))).toBe('done')
  const failed = await fileOf(pc, 'a', (f) => typeof f === 'object' && 'failed' in f)
  expect(failed).toEqual({ failed: expect.stringContaining('exports') })
  expect(said.mock.calls.flat()).toContainEqual(expect.stringContaining('an export could not be written: '))
})
