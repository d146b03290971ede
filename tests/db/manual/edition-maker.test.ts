import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import {
  editionKeyFile,
  editionKeySecret,
  editionSigner,
  isEditionSigned,
  type EditionSigner,
} from '../../../db/keys/edition-key.ts'
import { fingerprintOfKey, newKeys } from '../../../db/keys/pack-key.ts'
import { faultsWith } from '../../../db/manual/content-faults.ts'
import { editionMaker } from '../../../db/manual/edition-maker.ts'
import { hashOf, openEditions, type Editions } from '../../../db/manual/editions.ts'
import { readManual, type ManualFolder } from '../../../db/manual/manual-folder.ts'
import { canonical } from '../../../domain/canonical.ts'
import { emptyHall, type EditionMark, type Hall } from '../../../domain/state.ts'
import { writeManual } from '../../support/manual.ts'
import { newFolder, openLogIn } from '../../support/record.ts'
import { memorySecrets } from '../../support/secrets.ts'

const day = '2026-11-30'
const second = { edition: 2, effectiveDate: day }
const noChanges = { added: [], changed: [], removed: [] }

let manual: ManualFolder
let kind: ManualFolder['content']['kinds'][number]
let removeManual: () => void
beforeAll(() => {
  const found = readManual(writeManual((clean) => (removeManual = clean)))
  if ('faults' in found || !found.content.kinds[0]) throw new Error('the small manual has faults')
  manual = found
  kind = found.content.kinds[0]
})
afterAll(() => removeManual())

type Made = { hall: Hall; editions: Editions; signer: EditionSigner; maker: ReturnType<typeof editionMaker> }

/** A hall whose first edition is the small manual. */
function open(): Made {
  const folder = newFolder(onTestFinished)
  const { db, log } = openLogIn(folder, 'hall')
  onTestFinished(() => log.close())
  const editions = openEditions(db)
  const signer = editionSigner(memorySecrets())
  const hall = emptyHall()
  name(hall, { edition: 1, hash: manual.hash })
  editions.put({ edition: 1, effectiveDate: day, hash: manual.hash, content: manual.text })
  return { hall, editions, signer, maker: editionMaker(() => hall, editions, signer) }
}

function name(hall: Hall, mark: Pick<EditionMark, 'edition' | 'hash'>): void {
  hall.edition = { ...mark, effectiveDate: day, publishedAt: 0, by: { machine: 'hall' } }
  hall.editions.set(mark.edition, hall.edition)
}

const text = (change: object): string => JSON.stringify({ ...kind, ...change })

describe('an edition that is put together', () => {
  test('is the newest one with the parts replaced; it is kept, told by parts and signed', () => {
    const { maker, editions, signer } = open()
    const other = { ...kind, code: 'AAA-02' }
    const made = maker.assemble(
      [
        { part: 'kinds/AAA-01', content: text({ fee: { won: 500, means: '현금' } }) },
        { part: 'kinds/AAA-02', content: JSON.stringify(other) },
        { part: 'style', content: 'body { color: black }\r\n' },
      ],
      second,
    )
    if ('refused' in made) throw new Error(made.refused)
    expect(made.changes).toEqual({ added: ['kinds/AAA-02'], changed: ['kinds/AAA-01', 'style'], removed: [] })
    const kept = editions.get(made.hash)
    const fee = { won: 500, means: '현금' }
    const kinds = [{ ...kind, fee }, other]
    expect(kept).toMatchObject(second)
    expect(kept?.content).toBe(canonical({ ...manual.content, kinds, style: 'body { color: black }\n' }))
    expect(made.hash).toBe(hashOf(kept?.content ?? ''))
    expect(isEditionSigned({ ...second, hash: made.hash }, made.signature, signer.publicKey)).toBe(true)
  })

  test('has a signature over its number, its day and its hash', () => {
    const { maker, signer } = open()
    const made = maker.assemble([{ part: 'style', content: '' }], second)
    if ('refused' in made) throw new Error(made.refused)
    const { hash, signature } = made
    const holds = (change: object) => isEditionSigned({ ...second, hash, ...change }, signature, signer.publicKey)
    expect([{}, { edition: 3 }, { effectiveDate: '2026-12-01' }, { hash: manual.hash }].map(holds)).toEqual([
      true,
      false,
      false,
      false,
    ])
    const stranger = editionSigner(memorySecrets())
    expect(isEditionSigned({ ...second, hash }, signature, stranger.publicKey)).toBe(false)
    expect(isEditionSigned({ ...second, hash }, signature, 'no key')).toBe(false)
  })

  test('loses a kind that is taken out, and composes Hangul as a file would', () => {
    const { maker, editions } = open()
    const added = maker.assemble(
      [{ part: 'kinds/AAA-02', content: text({ code: 'AAA-02', result: '등록증'.normalize('NFD') }) }],
      second,
    )
    if ('refused' in added) throw new Error(added.refused)
    expect(editions.get(added.hash)?.content).toContain('"code":"AAA-02"')
    expect(editions.get(added.hash)?.content).toBe(editions.get(added.hash)?.content.normalize('NFC'))
  })
})

describe('no edition is put together', () => {
  test.each<[string, () => { part: string; content: string | null }]>([
    ['a kind that is no JSON', () => ({ part: 'kinds/AAA-01', content: '{' })],
    ['a kind with a field that nobody knows', () => ({ part: 'kinds/AAA-01', content: text({ mood: 'good' }) })],
    ['a kind under the code of another', () => ({ part: 'kinds/AAA-02', content: text({}) })],
    ['a kind of no category', () => ({ part: 'kinds/AAA-01', content: text({ category: 'BBB' }) })],
    [
      'a fee that is not known and no word why',
      () => ({
        part: 'kinds/AAA-01',
        content: text({ fee: { won: null, means: null } }),
      }),
    ],
    ['the only kind taken out', () => ({ part: 'kinds/AAA-01', content: null })],
    ['no categories', () => ({ part: 'categories', content: null })],
    [
      'a category twice',
      () => ({
        part: 'categories',
        content: JSON.stringify([...manual.content.categories, ...manual.content.categories]),
      }),
    ],
    ['a word that nobody says', () => ({ part: 'words', content: '[{"means":{"등록":90}}]' })],
    ['a template taken out', () => ({ part: 'documents/frame', content: null })],
    ['a template of no document', () => ({ part: 'documents/poem', content: '' })],
    [
      'a template that does not print a mandated field',
      () => ({ part: 'documents/refusalNotice', content: '<p></p>' }),
    ],
    ['a template that is none', () => ({ part: 'documents/receiptSlip', content: '{% if %}' })],
    ['no style', () => ({ part: 'style', content: null })],
  ])('of %s', (_, change) => {
    const { maker } = open()
    expect(maker.assemble([change()], second)).toEqual({ refused: 'manualFaulty' })
    expect(maker.isSound([change()])).toBe(false)
    const named = faultsWith(manual.content, [change()])
    expect(named.some(({ part, faults }) => change().part.startsWith(part) && faults.length > 0)).toBe(true)
  })

  test('when a change gives a kind the name of another; those that were called alike before stay as they are', () => {
    const twin = { ...kind, code: 'AAA-02', name: { ko: '시험업등록', en: 'Twin' } }
    const added = [{ part: 'kinds/AAA-02', content: JSON.stringify(twin) }]
    expect(open().maker.isSound(added)).toBe(false)
    expect(faultsWith(manual.content, added)).toMatchObject([
      { part: 'kinds/AAA-02', faults: [{ field: 'name.ko', problem: 'nameTwice' }] },
    ])
    const alike = { ...manual.content, kinds: [kind, twin] }
    expect(faultsWith(alike, [{ part: 'kinds/AAA-02', content: JSON.stringify({ ...twin, result: '증서' }) }])).toEqual(
      [],
    )
    const third = JSON.stringify({ ...twin, code: 'AAA-03' })
    expect(faultsWith(alike, [{ part: 'kinds/AAA-03', content: third }])).toHaveLength(1)
  })

  test('when it would say what the newest says', () => {
    const { maker } = open()
    const same = [
      { part: 'kinds/AAA-01', content: text({}) },
      { part: 'kinds/ZZZ-01', content: null },
    ]
    expect(maker.assemble(same, second)).toEqual({ refused: 'nothingChanges' })
    expect(maker.bringBack(1, second)).toEqual({ refused: 'nothingChanges' })
  })

  test('where the content of the newest edition is not kept', () => {
    const { hall, maker } = open()
    name(hall, { edition: 2, hash: hashOf('lost') })
    expect(maker.assemble([{ part: 'style', content: '' }], second)).toEqual({ refused: 'editionNotHere' })
    expect(maker.bringBack(1, second)).toEqual({ refused: 'editionNotHere' })
  })
})

test('an earlier edition comes back under its own hash', () => {
  const { hall, maker, signer } = open()
  const made = maker.assemble([{ part: 'style', content: '' }], second)
  if ('refused' in made) throw new Error(made.refused)
  name(hall, { edition: 2, hash: made.hash })
  const third = { edition: 3, effectiveDate: day }
  const back = maker.bringBack(1, third)
  if ('refused' in back) throw new Error(back.refused)
  expect(back).toMatchObject({ hash: manual.hash, changes: { ...noChanges, changed: ['style'] } })
  expect(isEditionSigned({ ...third, hash: manual.hash }, back.signature, signer.publicKey)).toBe(true)
})

describe('the key of a hall', () => {
  test('is made once and stays', () => {
    const secrets = memorySecrets()
    expect(editionSigner(secrets).publicKey).toBe(editionSigner(secrets).publicKey)
  })

  test('of an earlier version is taken over from its file once, and the file is gone', () => {
    const folder = newFolder(onTestFinished)
    const { privateKey, fingerprint } = newKeys()
    writeFileSync(join(folder, editionKeyFile), privateKey)
    const secrets = memorySecrets()
    const made = editionSigner(secrets, folder)
    expect(fingerprintOfKey(made.publicKey)).toBe(fingerprint)
    expect(existsSync(join(folder, editionKeyFile))).toBe(false)
    expect(editionSigner(secrets, folder).publicKey).toBe(made.publicKey)
    writeFileSync(join(folder, editionKeyFile), newKeys().privateKey)
    expect(editionSigner(secrets, folder).publicKey).toBe(made.publicKey)
    // Another key was put there by somebody, and is left to him.
    expect(existsSync(join(folder, editionKeyFile))).toBe(true)
  })

  test('is not made anew over a file or a secret that holds none', () => {
    const folder = newFolder(onTestFinished)
    writeFileSync(join(folder, editionKeyFile), 'not a key')
    expect(() => editionSigner(memorySecrets(), folder)).toThrow(editionKeyFile)
    expect(existsSync(join(folder, editionKeyFile))).toBe(true)
    const secrets = memorySecrets()
    secrets.set(editionKeySecret, 'not a key')
    expect(() => editionSigner(secrets)).toThrow('no Ed25519 key')
  })
})
