import { expect, onTestFinished, test } from 'vitest'
import type { Manifest } from '../../../db/manual/pack-format.ts'
import { openPack } from '../../../db/manual/pack.ts'
import { writeManual } from '../../support/manual.ts'
import { forge, listing, type Forgery } from '../../support/pack.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const problemsOf = (forged: Forgery) => {
  const found = openPack(forge(writeManual(onTestFinished), forged), 'anySigner')
  return 'faults' in found ? found.faults : []
}

test('a file behind the end of the directory of a pack was not judged, and does not come out', () => {
  const outside = 'kinds/../../slipped.yaml'
  const hidden: Forgery = {
    files: { [outside]: bytesOf('x') },
    manifest: listing(outside, bytesOf('x')),
    bytes: (zip) => fewer(zip),
  }
  expect(problemsOf(hidden)).toMatchObject([{ file: outside, problem: 'fileAbsent' }])
})

test('a pack whose hall has more fields than any is refused at once', () => {
  const fields = Array.from({ length: 20_000 }, (_, i) => `f${i}: 1\n`).join('')
  const from = performance.now()
  expect(problemsOf({ files: { 'hall.yaml': bytesOf(fields) } })).not.toEqual([])
  expect(problemsOf({ files: { 'hall.yaml': bytesOf(fields) }, manifest: relisted(bytesOf(fields)) })).toMatchObject([
    { file: 'hall.yaml', problem: 'tooLong' },
  ])
  expect(performance.now() - from).toBeLessThan(10_000)
})

/** The same ZIP whose directory says, at the one of the two places that counts here, that it has one file less. */
function fewer(zip: Buffer): Buffer {
  const copy = Buffer.from(zip)
  const at = copy.lastIndexOf('PK\u0005\u0006', undefined, 'latin1') + 10
  copy.writeUInt16LE(copy.readUInt16LE(at) - 1, at)
  return copy
}

const relisted = (hall: Uint8Array) => (manifest: Manifest) =>
  listing('hall.yaml', hall)({ ...manifest, files: manifest.files.filter(({ path }) => path !== 'hall.yaml') })
