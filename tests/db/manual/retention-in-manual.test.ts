import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { exportManual } from '../../../db/manual/manual-export.ts'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { openPack, packManual } from '../../../db/manual/pack.ts'
import { inHall, inKind, kindFile, writeManual, type Changes } from '../../support/manual.ts'
import { newFolder } from '../../support/record.ts'

/** 보존기간 as an institution writes it: for the hall, and where it is another for a kind. */

const ofHall = (said: string): Changes => inHall('noShow:', `retention: ${said}\nnoShow:`)
const ofKind = (said: string): Changes => inKind('result:', `retention: ${said}\nresult:`)
const read = (changes: Changes) => readManual(writeManual(onTestFinished, changes))
const periodsIn = (found: ReturnType<typeof readManual>) =>
  'faults' in found ? found.faults : [found.profile.retention, found.content.kinds[0]?.retention]

test('the period of the hall and that of a kind are read; without them there is none', () => {
  expect(periodsIn(read({ ...ofHall('5'), ...ofKind('30') }))).toEqual([5, 30])
  expect(periodsIn(read({ ...ofHall('semiPermanent'), ...ofKind('permanent') }))).toEqual([
    'semiPermanent',
    'permanent',
  ])
  expect(periodsIn(read({}))).toEqual([undefined, undefined])
})

test('a period that no records schedule knows is refused, with those that there are', () => {
  expect(periodsIn(read(ofHall('7')))).toMatchObject([
    { file: 'hall.yaml', field: 'retention', problem: 'wrongValue', ko: expect.stringContaining('10 | 30') },
  ])
  expect(periodsIn(read(ofKind('forever')))).toMatchObject([{ file: kindFile, field: 'retention' }])
})

test('an export and a pack keep both', () => {
  const folder = writeManual(onTestFinished, { ...ofHall('10'), ...ofKind('3') })
  const manual = readManual(folder)
  if ('faults' in manual) throw new Error(JSON.stringify(manual.faults))
  const written = join(newFolder(onTestFinished), 'written')
  expect(exportManual(written, manual)).not.toHaveProperty('faults')
  expect(periodsIn(readManual(written))).toEqual([10, 3])
  const packed = packManual(folder, '2026-11-24', { withStaff: true })
  if ('faults' in packed) throw new Error(JSON.stringify(packed.faults))
  const opened = openPack(packed.bytes, 'unsigned')
  expect('faults' in opened ? opened.faults : periodsIn(opened.manual)).toEqual([10, 3])
})
