import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { takeFiles } from '../../../db/manual/manual-import.ts'
import { readMoreKinds } from '../../../db/manual/more-kinds.ts'
import { makeFinder } from '../../../domain/find/find.ts'
import { newFolder } from '../../support/record.ts'

const shipped = join(import.meta.dirname, '../../../manual')

function moreKinds() {
  const found = readMoreKinds(join(shipped, 'more-kinds'))
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}
function manualOf(folder: string) {
  const found = readManual(folder)
  if ('faults' in found) throw new Error(JSON.stringify(found.faults))
  return found
}
const countBy = (values: readonly string[]) =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((v) => v === value).length]))

describe('the kinds beside the shipped manual', () => {
  const more = moreKinds()
  const kinds = more.map((m) => m.kind)
  const steps = kinds.flatMap((k) => k.steps)

  test('are 138, each in a file of its code, and none of them is in the shipped manual', () => {
    expect(more).toHaveLength(138)
    expect(more.filter((m) => m.file !== `kinds/${m.kind.code}.yaml`)).toEqual([])
    const codes = new Set(manualOf(shipped).content.kinds.map((k) => k.code))
    expect(kinds.filter((k) => codes.has(k.code))).toEqual([])
  })

  test('keep what nobody has confirmed as null, with a note, and say how sure each part is', () => {
    expect(kinds.filter((k) => k.period === null)).toHaveLength(137)
    expect(kinds.filter((k) => k.fee.won === null)).toHaveLength(131)
    expect(countBy(kinds.map((k) => k.confidence))).toEqual({ sourced: 132, memory: 6 })
    expect(countBy(kinds.map((k) => k.fieldConfidence.requiredDocuments))).toEqual({ sourced: 132, partial: 6 })
    expect(countBy(kinds.map((k) => k.fieldConfidence.fee))).toEqual({ unknown: 131, memory: 5, sourced: 2 })
    expect(countBy(kinds.map((k) => k.fieldConfidence.form))).toEqual({ composed: 138 })
    const unsure = kinds.filter((k) => (k.fee.won === null) !== (k.fieldConfidence.fee === 'unknown'))
    expect(unsure.map((k) => k.code)).toEqual([])
  })

  test('are written as the shipped ones: hand-over last, checks true when ticked, forms of four to ten things', () => {
    const wrong = kinds.filter((k) => k.steps.findIndex((s) => s.stage === 'handOver') !== k.steps.length - 1)
    expect(wrong.map((k) => k.code)).toEqual([])
    const texts = steps.flatMap((s) => s.checks.map((c) => c.text))
    expect(texts.filter((text) => !/다( ?\([^()]*\))?$/.test(text) || text.length > 60)).toEqual([])
    const misnamed = steps.filter((s) => s.checks.some((c, i) => c.id !== `${s.id}.${i + 1}`))
    expect(misnamed.map((s) => s.title)).toEqual([])
    const labels = kinds.map((k) => ({ code: k.code, asked: k.form.fields.map((f) => f.label.ko) }))
    const odd = labels.filter(
      ({ asked }) => asked.length < 4 || asked.length > 10 || new Set(asked).size < asked.length,
    )
    expect(odd.map((l) => l.code)).toEqual([])
  })

  test('make a manual of 267 kinds without a fault, in which every kind is found by its name', () => {
    const folder = join(newFolder(onTestFinished), 'manual')
    cpSync(shipped, folder, { recursive: true })
    const { categories } = manualOf(folder).content
    const files = new Map(more.map(({ file, bytes }) => [file, bytes]))
    expect(takeFiles(folder, categories, { files, kinds, categories })).toMatchObject({ categories: [] })
    const { content, text } = manualOf(folder)
    expect(content.kinds).toHaveLength(267)
    const find = makeFinder(content.kinds, content.words)
    expect(content.kinds.filter((k) => find(k.name.ko, 1)[0]?.code !== k.code).map((k) => k.name.ko)).toEqual([])
    // Whole on the wire and in the database of every PC: twice the shipped one, and far from any limit.
    expect(Buffer.byteLength(text)).toBeLessThan(2 * 2 ** 20)
  })
})

test('a fault in one of them is told with its file and field', () => {
  const folder = newFolder(onTestFinished)
  cpSync(join(shipped, 'more-kinds', 'FIR-04.yaml'), join(folder, 'FIR-04.yaml'))
  cpSync(join(shipped, 'hall.yaml'), join(folder, 'FIR-05.yaml'))
  const found = readMoreKinds(folder)
  expect('faults' in found && found.faults[0]).toMatchObject({ file: 'FIR-05.yaml', field: 'code' })
  rmSync(join(folder, 'FIR-05.yaml'))
  expect(readMoreKinds(folder)).toMatchObject([{ kind: { code: 'FIR-04' }, file: 'kinds/FIR-04.yaml' }])
})
