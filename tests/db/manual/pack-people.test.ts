import { describe, expect, onTestFinished, test } from 'vitest'
import { strayFiles } from '../../../db/manual/manual-files.ts'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { openPack, packManual } from '../../../db/manual/pack.ts'
import { inHall, small, writeManual } from '../../support/manual.ts'
import { key } from '../../support/pack.ts'

describe('a pack', () => {
  test('leaves the people out unless it is wished otherwise, and opens all the same', () => {
    const folder = writeManual(onTestFinished)
    const whole = readManual(folder)
    const packed = packManual(folder, '2026-11-24', { key })
    if ('faults' in packed || 'faults' in whole) throw new Error('not packed')
    const opened = openPack(packed.bytes, 'anySigner')
    if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
    expect(opened.hasStaff).toBe(false)
    const hall = Buffer.from(opened.files.get('hall.yaml') ?? []).toString('utf8')
    for (const { id, name } of whole.profile.staff) for (const said of [id, name]) expect(hall).not.toContain(said)
    expect(opened.manual).toEqual({ ...whole, profile: { ...whole.profile, staff: [] } })
  })

  test('takes no file along that only looks like one of the manual: a copy of hall.yaml stays with its people', () => {
    const strays = Object.fromEntries(
      ['hall-old.yaml', 'staff.yaml', 'hall.yaml.bak', 'Hall2.yml'].map((file) => [file, small['hall.yaml'] ?? '']),
    )
    const folder = writeManual(onTestFinished, strays)
    const packed = packManual(folder, '2026-11-24', { key })
    if ('faults' in packed) throw new Error('not packed')
    const paths = packed.manifest.files.map((f) => f.path).filter((path) => !path.includes('/'))
    expect(paths).toEqual(['categories.yaml', 'hall.yaml', 'holidays.yaml'])
    expect(strayFiles(folder)).toEqual(Object.keys(strays).toSorted())
  })

  test('names nobody by id either: whom the queue names stays here', () => {
    const named = inHall('staff:', 'queue: { holdMinutes: 5, outOfOrder: named, outOfOrderBy: [clerk-1] }\nstaff:')
    const packed = packManual(writeManual(onTestFinished, named), '2026-11-24', { key })
    const opened = 'faults' in packed ? packed : openPack(packed.bytes, 'anySigner')
    if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
    expect(Buffer.from(opened.files.get('hall.yaml') ?? []).toString('utf8')).not.toContain('clerk-1')
    expect(opened.manual.profile.queue).toEqual({ holdMinutes: 5, outOfOrder: 'named' })
  })
})
