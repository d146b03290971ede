import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual, warningsOf } from '../../db/manual/manual-folder.ts'
import { diffManuals, type FileDifference } from '../../domain/manual/manual-diff.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, startCounter, until } from '../support/core.ts'
import { startHall } from '../support/hall.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const root = resolve(import.meta.dirname, '../..')
const shipped = join(root, 'manual')
const example = join(shipped, 'examples/gangmaru')
const ownKinds = readdirSync(join(example, 'kinds')).map((name) => `kinds/${name}`)

/** The made-up district: a copy of the manual with the files of the example laid over it. */
function gangmaru(): string {
  const folder = join(newFolder(onEnd, 'gangmaru'), 'manual')
  cpSync(shipped, folder, { recursive: true })
  cpSync(example, folder, { recursive: true })
  return folder
}
function manualOf(folder: string) {
  const found = readManual(folder)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}
const filesOf = (differences: readonly FileDifference[]) => differences.map((d) => d.file).toSorted()

test('the example changes the hall and 20 kinds in fee, period and what goes with them, and says that it is invented', () => {
  expect(ownKinds).toHaveLength(20)
  expect(warningsOf(manualOf(gangmaru()))).toEqual([])
  const differences = diffManuals(manualOf(shipped), manualOf(gangmaru()))
  expect(filesOf(differences)).toEqual(['hall.yaml', ...ownKinds].toSorted())
  const changed = differences.flatMap((d) => (d.what === 'changed' && d.file !== 'hall.yaml' ? d.changes : []))
  const touched = new Set(changed.map((c) => c.field.split('.')[0]))
  expect(touched).toEqual(new Set(['period', 'periodNote', 'periodSource', 'fee', 'fieldConfidence']))
  const silent = ownKinds.filter((file) => !readFileSync(join(example, file), 'utf8').includes('# 가상 예시'))
  expect(silent).toEqual([])
  const { profile } = manualOf(gangmaru())
  expect(profile).toMatchObject({ name: '강마루구청 종합민원실', lunch: { from: '11:30' }, night: { weekday: 4 } })
  expect([profile.counters.length, profile.staff.length]).toEqual([6, 9])
})

test('a signed pack of the first hall is imported into the second: what was chosen is theirs, hall and people stay', () => {
  const inside = newFolder(onEnd, 'packs')
  const [key, pack] = [join(inside, 'key'), join(inside, 'hanbit.zip')]
  changgu('manual', 'key', '--out', key)
  expect(changgu('manual', 'pack', shipped, '--out', pack, '--key', key).status).toBe(0)
  const second = gangmaru()
  const importing = ['manual', 'import', pack, '--into', second, '--trust', `${key}.pub`, '--json']

  const preview = JSON.parse(changgu(...importing).stdout) as { fresh: []; conflicts: FileDifference[]; onlyHere: [] }
  expect([preview.fresh, preview.onlyHere]).toEqual([[], []])
  expect(filesOf(preview.conflicts)).toEqual(['hall.yaml', ...ownKinds].toSorted())
  expect(filesOf(diffManuals(manualOf(shipped), manualOf(second)))).toHaveLength(21)

  const one = ownKinds[0] ?? ''
  expect(changgu(...importing, '--take', one.slice('kinds/'.length, -'.yaml'.length)).status).toBe(0)
  const left = ['hall.yaml', ...ownKinds.slice(1)].toSorted()
  expect(filesOf(diffManuals(manualOf(shipped), manualOf(second)))).toEqual(left)

  expect(changgu(...importing, '--take', 'all').status).toBe(0)
  expect(filesOf(diffManuals(manualOf(shipped), manualOf(second)))).toEqual(['hall.yaml'])
  expect(manualOf(second).profile.name).toBe('강마루구청 종합민원실')
  expect(changgu('manual', 'check', second)).toEqual({ status: 0, stdout: '129 kinds, no fault', stderr: '' })
})

test('a hall opens on the second manual, and its counter shows the fee of the district', async () => {
  const second = gangmaru()
  const hall = await startHall({ manual: second })
  onEnd(() => hall.stop())
  const pc = await startCounter(onEnd, hall.socket, 6)
  const { hash } = manualOf(second)
  const view = await until(pc.desk, { of: 'counter' }, (v) => v.edition?.hash === hash)
  expect(view).toMatchObject({ hallName: '강마루구청 종합민원실', clerk: { name: '진서우' } })
  await expect.poll(async () => (await pc.desk.view({ of: 'kind', code: 'CUL-11' }))?.fee.won).toBe(1500)
  const state = changgu('hall', '--data', hall.data, '--json').stdout
  expect(JSON.parse(state)).toMatchObject({ hall: '강마루구청 종합민원실', edition: 1 })
})
