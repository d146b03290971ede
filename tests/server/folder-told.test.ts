import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openHall } from '../../server/hall.ts'
import { kindFile, small, writeManual } from '../support/manual.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

const another = (code: string) =>
  (small[kindFile] ?? '').replace('AAA-01', code).replace('시험업 등록', `시험업 등록 ${code}`)

/** Starts a hall with a folder and ends it: what it said of the folder. */
function started(data: string, manual: string): string[] {
  const told = vi.spyOn(console, 'log').mockReturnValue()
  const hall = openHall(data, manual, hallKeyIn(data))
  const said = told.mock.calls.flat().map(String)
  told.mockRestore()
  if ('wrong' in hall) return hall.wrong
  hall.close()
  return said.map((line) => line.replace(`${manual}: `, ''))
}

test('a hall names at its start what of the manual is new, changed and taken out of its folder, and how to put that back', () => {
  const manual = writeManual(onTestFinished, { 'kinds/AAA-02.yaml': another('AAA-02') })
  const data = newFolder(onTestFinished)
  expect(started(data, manual).at(-1)).toMatch(/^edition 1 of the manual is published, in force from [\d-]+\.$/)
  rmSync(join(manual, 'kinds/AAA-02.yaml'))
  writeFileSync(join(manual, 'kinds/AAA-03.yaml'), another('AAA-03'))
  writeFileSync(join(manual, kindFile), readFileSync(join(manual, kindFile), 'utf8').replace('value: 10', 'value: 7'))
  const [published, gone] = started(data, manual)
  expect(published).toMatch(/^edition 2 .* \(new: kinds\/AAA-03; changed: kinds\/AAA-01\)\.$/)
  expect(gone).toMatch(/^edition 2 has no longer, .*: kinds\/AAA-02\. .*put the files back and start the hall again\.$/)
})

test('the faults of a folder are told at the start as manual check tells them, in Korean and English', () => {
  const manual = writeManual(onTestFinished, { [kindFile]: (text) => text.replace('category: AAA', 'category: BBB') })
  expect(started(newFolder(onTestFinished), manual)).toEqual([
    expect.stringMatching(/^kinds\/AAA-01\.yaml:6 category — 없는 분류입니다: BBB.* \/ There is no category BBB/),
  ])
})
