import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { changeManual, putFolder } from '../../../db/files/folder-swap.ts'
import { newKeys, privateKeyIn, signBytes, trustedIn } from '../../../db/keys/pack-key.ts'
import { readManual } from '../../../db/manual/manual-folder.ts'
import type { PackProblem } from '../../../db/manual/pack-fault.ts'
import { limits } from '../../../db/manual/pack-format.ts'
import { openPack, packManual, type Trust } from '../../../db/manual/pack.ts'
import { kindFile, small, writeManual } from '../../support/manual.ts'
import { forge, inDirectory, key, listing, otherKey, overwrite, type Forgery } from '../../support/pack.ts'
import { newFolder } from '../../support/record.ts'

const bytesOf = (text: string): Uint8Array => Buffer.from(text)
const odd = (path: string): Forgery => ({ files: { [path]: bytesOf('x') } })
const mebibytes = (n: number): Uint8Array => new Uint8Array(n * 2 ** 20)
const filler = Object.fromEntries(
  Array.from({ length: limits.files }, (_, i) => [
    `kinds/${'AB'[i % 2]}AA-${String(i >> 1).padStart(3, '0')}.yaml`,
    bytesOf(''),
  ]),
)
const bombs = Object.fromEntries(Array.from({ length: 17 }, (_, i) => [`kinds/BOM-${i + 10}.yaml`, mebibytes(2)]))

type Case = { when: string; forged: Forgery | Uint8Array; at?: string; trust?: Trust; says?: string }

/** One case for every sort: a sort without a case does not compile. */
const refused: Record<Exclude<PackProblem, 'tooMuchWork'>, Case> = {
  notZip: { when: 'it is not a ZIP', forged: bytesOf('PK and then nothing that could be read') },
  packTooLarge: { when: 'it is larger than any pack', forged: new Uint8Array(limits.pack + 1), says: '32 MiB' },
  tooManyFiles: { when: 'it holds too many files', forged: { files: filler }, says: '2000' },
  fileTooLarge: {
    when: 'a file would be too large',
    forged: { files: { 'kinds/AAA-99.yaml': mebibytes(3) } },
    at: 'kinds/AAA-99.yaml',
    says: '2 MiB',
  },
  totalTooLarge: { when: 'all files together would be too large', forged: { files: bombs }, says: '32 MiB' },
  wayOfPacking: {
    when: 'a file is encrypted',
    forged: { bytes: inDirectory(kindFile, 8, [1]) },
    at: kindFile,
  },
  pathAbsolute: { when: 'a path is absolute', forged: odd('/etc/changgu.yaml'), at: '/etc/changgu.yaml' },
  pathOutside: { when: 'a path leads out of the folder', forged: odd('kinds/../../x.yaml'), at: 'kinds/../../x.yaml' },
  pathWindows: { when: 'a name is a device under Windows', forged: odd('con.yaml'), at: 'con.yaml' },
  pathUnknown: { when: 'a file is none of a manual', forged: odd('kinds/run.exe'), at: 'kinds/run.exe' },
  linkInside: {
    when: 'a file is a symbolic link',
    forged: { files: { 'words.yaml': [bytesOf('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] } },
    at: 'words.yaml',
  },
  nameTwice: {
    when: 'a name stands twice',
    forged: { ...odd('holidayz.yaml'), bytes: overwrite('holidayz.yaml', 'holidays.yaml') },
    at: 'holidays.yaml',
  },
  manifestMissing: { when: 'it has no manifest', forged: { manifest: () => null }, at: 'manifest.json' },
  manifestWrong: {
    when: 'the manifest lacks a field',
    forged: { manifest: (m) => ({ ...m, institution: undefined }) },
    at: 'manifest.json',
    says: 'institution',
  },
  formatUnknown: {
    when: 'it is a pack of something else',
    forged: { manifest: (m) => ({ ...m, format: 'other' }) },
    at: 'manifest.json',
    says: '"other"',
  },
  versionUnknown: {
    when: 'the format is newer than the program',
    forged: { manifest: (m) => ({ ...m, version: 2 }) },
    at: 'manifest.json',
    says: '2',
  },
  fileAbsent: { when: 'a listed file is not there', forged: { files: { [kindFile]: null } }, at: kindFile },
  fileUnlisted: {
    when: 'a file is not listed',
    forged: { files: { 'kinds/AAA-02.yaml': bytesOf(small[kindFile] ?? '') } },
    at: 'kinds/AAA-02.yaml',
  },
  contentDiffers: {
    when: 'a file was changed on its way',
    forged: { files: { [kindFile]: bytesOf((small[kindFile] ?? '').replace('won: 0', 'won: 9')) } },
    at: kindFile,
  },
  signatureMissing: { when: 'it is not signed', forged: { signature: () => null }, at: 'signature.json' },
  signatureWrong: {
    when: 'the manifest is not the one that was signed',
    forged: { signature: (s) => ({ ...s, signature: signBytes(bytesOf('{}'), key).signature }) },
    at: 'signature.json',
    says: '(signature)',
  },
  signerUnknown: {
    when: 'it is signed with another key than the trusted one',
    forged: {},
    at: 'signature.json',
    trust: { fingerprint: signBytes(bytesOf(''), otherKey).fingerprint },
    says: signBytes(bytesOf(''), key).fingerprint,
  },
}

const open = (forged: Forgery | Uint8Array, trust: Trust = 'anySigner') =>
  openPack(forged instanceof Uint8Array ? forged : forge(writeManual(onTestFinished), forged), trust)
const problemsOf = (forged: Forgery | Uint8Array, trust?: Trust) => {
  const found = open(forged, trust)
  return 'faults' in found ? found.faults : []
}

describe('a pack is refused, with its place and what to do,', () => {
  test.each(Object.entries(refused).map(([problem, c]) => ({ problem, ...c })))('when $when', (c) => {
    const fault = problemsOf(c.forged, c.trust).find((f) => f.problem === c.problem)
    expect(fault).toMatchObject({ file: c.at ?? '', problem: c.problem })
    expect(fault?.ko).toMatch(/[가-힣]{2}.*(요|다)\.$/)
    expect(fault?.en).toMatch(/[a-z]{2}.*\.$/)
    expect(`${fault?.ko}${fault?.en}`).not.toMatch(/[{}]|undefined/)
    for (const text of [fault?.ko, fault?.en]) expect(text).toContain(c.says ?? '')
  })

  test.each([
    ['C:/x.yaml', 'pathAbsolute'],
    ['\\\\server\\x.yaml', 'pathAbsolute'],
    ['..\\x.yaml', 'pathOutside'],
    ['kinds\\AAA-02.yaml', 'pathWindows'],
    ['kinds/AAA-02.yaml.', 'pathWindows'],
    ['documents/frame.html:x', 'pathWindows'],
    ['LPT1.yaml', 'pathWindows'],
    ['kinds/', 'pathUnknown'],
    ['more-kinds/AAA-02.yaml', 'pathUnknown'],
    ['hall-old.yaml', 'pathUnknown'],
    ['__proto__', 'pathUnknown'],
  ])('when a path is %s: %s', (path, problem) => {
    expect(problemsOf({ ...odd('kinds/ZZ'), bytes: (b) => renamed(b, path) }).map((f) => f.problem)).toEqual([problem])
  })

  test('when two names are the same but for their case, or a size in its directory is a lie', () => {
    expect(problemsOf(odd('documents/Frame.html')).map((f) => f.problem)).toEqual(['nameTwice'])
    const lie = inDirectory(kindFile, 24, [5, 0, 0, 0])
    expect(problemsOf({ bytes: lie }).map((f) => f.problem)).toEqual(['contentDiffers'])
  })

  test('when it was cut short, wherever', () => {
    const whole = forge(writeManual(onTestFinished), {})
    for (let length = 0; length < whole.length; length += 997)
      expect(problemsOf(whole.subarray(0, length)).map((f) => f.problem)).toEqual(['notZip'])
  })

  test('when one byte of it is another, anywhere: or what comes out is still what was signed', () => {
    const whole = forge(writeManual(onTestFinished), {})
    const hash = openedHash(whole)
    const pace = Math.ceil(whole.length / 80)
    for (let at = 0; at < whole.length; at += pace) {
      const copy = Buffer.from(whole)
      copy.writeUInt8(copy.readUInt8(at) ^ 0x55, at)
      expect([undefined, hash]).toContain(openedHash(copy))
    }
  })

  test('when signature, public key or fingerprint are malformed, or the manifest is written in another way', () => {
    const bad = (change: { [field: string]: string }) => problemsOf({ signature: (s) => ({ ...s, ...change }) })
    expect(bad({ algorithm: 'RSA' })).toMatchObject([{ problem: 'signatureWrong' }])
    expect(bad({ publicKey: 'AAAA' })).toMatchObject([{ en: expect.stringContaining('(publicKey)') }])
    expect(bad({ fingerprint: '0'.repeat(64) })).toMatchObject([{ en: expect.stringContaining('(fingerprint)') }])
    expect(problemsOf({ signature: () => 'no JSON' })).toMatchObject([{ problem: 'signatureWrong' }])
    const spaced = problemsOf({ manifest: (m) => JSON.stringify(m, null, 1) })
    expect(spaced).toMatchObject([{ problem: 'manifestWrong', en: expect.stringContaining('RFC 8785') }])
  })

  test('when its manual has faults, which are told as manual check tells them', () => {
    const text = bytesOf((small[kindFile] ?? '').replace('won: 0', 'won: null').replace(', note: 없음', ''))
    const forged: Forgery = {
      files: { [kindFile]: text },
      manifest: (m) => listing(kindFile, text)({ ...m, files: m.files.filter((f) => f.path !== kindFile) }),
    }
    expect(problemsOf(forged)).toMatchObject([{ file: kindFile, line: 14, problem: 'feeUnnoted' }])
  })
})

/** The same ZIP with its odd entry under another name of any length: the name in the directory counts. */
function renamed(zip: Buffer, path: string): Buffer {
  const at = zip.lastIndexOf('kinds/ZZ')
  const head = Buffer.from(zip.subarray(0, at))
  head.writeUInt16LE(path.length, at - 46 + 28)
  return Buffer.concat([head, Buffer.from(path), zip.subarray(at + 'kinds/ZZ'.length)])
}

const openedHash = (bytes: Uint8Array): string | undefined => {
  const found = openPack(bytes, 'anySigner')
  return 'faults' in found ? undefined : found.edition
}

describe('a pack', () => {
  test('holds the whole manual and nothing else of the folder, and comes out as it went in', () => {
    const folder = writeManual(onTestFinished, {
      'README.md': '# 안내',
      'more-kinds/AAA-02.yaml': 'x',
      'kinds/.DS_Store': 'x',
      'notes.txt': 'x',
    })
    const packed = packManual(folder, '2026-11-24', { key, withStaff: true })
    if ('faults' in packed) throw new Error('not packed')
    expect(packed.manifest).toMatchObject({ institution: '시험시청 민원실', created: '2026-11-24', kinds: 1 })
    const opened = openPack(packed.bytes, { fingerprint: packed.signature?.fingerprint ?? '' })
    if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
    expect([...opened.files.keys()].filter((path) => !path.startsWith('documents/'))).toEqual([
      ...['categories.yaml', 'hall.yaml', 'holidays.yaml', kindFile],
    ])
    const target = join(newFolder(onTestFinished), 'deep', 'manual')
    expect(putFolder(target, opened.files)).toEqual({ before: null })
    expect(readManual(target)).toEqual(readManual(folder))
  })

  test('is the same for the same manual, day and key', () => {
    const folder = writeManual(onTestFinished)
    expect(packManual(folder, '2026-11-24', { key, withStaff: true })).toEqual(
      packManual(folder, '2026-11-24', { key, withStaff: true }),
    )
  })

  test('without a signature opens only for who asked for it, and a signature that is there must hold all the same', () => {
    expect(open({ signature: () => null }, 'unsigned')).toMatchObject({ signer: null })
    expect(problemsOf({ signature: (s) => ({ ...s, fingerprint: 'x' }) }, 'unsigned')).toHaveLength(1)
  })

  test('is not made of a folder with a fault or a link in it', () => {
    const faulty = writeManual(onTestFinished, { 'holidays.yaml': null })
    expect(packManual(faulty, '2026-11-24')).toMatchObject({ faults: [{ problem: 'fileMissing' }] })
    const linked = writeManual(onTestFinished)
    rmSync(join(linked, 'hall.yaml'))
    symlinkSync(join(writeManual(onTestFinished), 'hall.yaml'), join(linked, 'hall.yaml'))
    expect(packManual(linked, '2026-11-24')).toMatchObject({ faults: [{ file: 'hall.yaml', problem: 'linkInside' }] })
  })
})

describe('a folder', () => {
  test('takes the place of another whole, and the other stays beside it', () => {
    const inside = newFolder(onTestFinished)
    const target = join(inside, 'manual')
    mkdirSync(target)
    expect(putFolder(target, new Map([['a.yaml', bytesOf('1')]]))).toEqual({ before: null })
    expect(putFolder(target, new Map([['b.yaml', bytesOf('2')]]))).toEqual({ before: `${target}.before` })
    expect(putFolder(target, new Map([['c.yaml', bytesOf('3')]]))).toEqual({ before: `${target}.before-2` })
    expect([readdirSync(target), readdirSync(`${target}.before-2`)]).toEqual([['c.yaml'], ['b.yaml']])
  })

  test('stays as it was if it cannot be written to the end, and nothing is left over', () => {
    const inside = newFolder(onTestFinished)
    const target = join(inside, 'manual')
    mkdirSync(target)
    writeFileSync(join(target, 'a.yaml'), '1')
    const clash = new Map([
      ['b', bytesOf('1')],
      ['b/c.yaml', bytesOf('2')],
    ])
    expect(() => putFolder(target, clash)).toThrow(/EEXIST|ENOTDIR/)
    expect([readdirSync(inside), readdirSync(target)]).toEqual([['manual'], ['a.yaml']])
  })

  test('is changed only if the result has no fault', () => {
    const folder = writeManual(onTestFinished)
    const before = readFileSync(join(folder, kindFile), 'utf8')
    expect(changeManual(folder, new Map([[kindFile, bytesOf('code: AAA-01')]]))).toHaveProperty('faults')
    expect(readFileSync(join(folder, kindFile), 'utf8')).toBe(before)
    const changed = changeManual(folder, new Map([[kindFile, bytesOf(before.replace('won: 0', 'won: 5'))]]))
    onTestFinished(() => rmSync(`${folder}.before`, { recursive: true, force: true }))
    expect(changed).toEqual({ before: `${folder}.before` })
    expect(existsSync(join(folder, 'documents/frame.html'))).toBe(true)
    expect(readManual(folder)).toMatchObject({ content: { kinds: [{ fee: { won: 5 } }] } })
  })
})

test('a key is known by its PEM or by its fingerprint, and only Ed25519 is one', () => {
  const { privateKey, publicKey, fingerprint } = newKeys()
  expect(trustedIn(publicKey)).toBe(fingerprint)
  for (const apart of [':', ' ', '-', ' – '])
    expect(trustedIn(` ${fingerprint.toUpperCase().replaceAll(/(.{4})(?=.)/g, `$1${apart}`)}\n`)).toBe(fingerprint)
  expect([trustedIn(privateKey), trustedIn('x'), privateKeyIn(publicKey)]).toEqual([undefined, undefined, undefined])
})
