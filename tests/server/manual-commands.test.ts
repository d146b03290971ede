import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../db/manual/manual-folder.ts'
import { changgu } from '../support/changgu.ts'
import { changguOnFullDisk } from '../support/full-disk.ts'
import { inHall, inKind, kindFile, small, writeManual, type Changes } from '../support/manual.ts'
import { newFolder } from '../support/record.ts'

const manual = (...args: string[]) => changgu('manual', ...args)
const json = (...args: string[]) => JSON.parse(manual(...args, '--json').stdout)
const text = (folder: string, file: string) => readFileSync(join(folder, file), 'utf8')

/** The small manual, changed, in a folder beside which others may be made. */
function folderWith(changes: Changes = {}): string {
  const folder = join(newFolder(onTestFinished), 'manual')
  cpSync(writeManual(onTestFinished, changes), folder, { recursive: true })
  return folder
}

const another = (small[kindFile] ?? '').replace('AAA-01', 'BBB-02').replace('category: AAA', 'category: BBB')
/** Another institution's: a fee of its own, a new kind in a new category, its own hall and holidays. */
const theirs: Changes = {
  [kindFile]: (old) => old.replace('won: 0', 'won: 5000'),
  'kinds/BBB-02.yaml': another,
  'categories.yaml': (old) => `${old}- { code: BBB, ko: 둘째, en: Second }\n- { code: CCC, ko: 셋째, en: Third }\n`,
  'hall.yaml': (old) => old.replace('시험시청', '이웃시청'),
}

describe('manual diff', () => {
  test('ends with 0 when nothing differs, with 1 when something does, with 2 when it is used wrongly', () => {
    const [ours, other] = [folderWith(), folderWith(theirs)]
    expect(manual('diff', ours, ours)).toEqual({ status: 0, stdout: '다른 것이 없습니다.', stderr: '' })
    expect(manual('diff', ours)).toMatchObject({ status: 2, stdout: '' })
    expect(manual('diff', ours, other, '--lang', 'fr')).toMatchObject({ status: 2 })
    expect(manual('diff', ours, join(ours, 'none')).stderr).toContain('There is no folder')
    expect(manual('diff', ours, newFolder(onTestFinished)).stderr).toContain('manual check')
    expect(manual('diff', ours, other)).toMatchObject({ status: 1 })
  })

  test('reads in Korean or in English, and as JSON', () => {
    const [ours, other] = [folderWith(), folderWith(theirs)]
    expect(manual('diff', ours, other).stdout.split('\n')).toEqual([
      ...['hall.yaml: 바뀜', '  name: “시험시청 민원실” → “이웃시청 민원실”', 'categories.yaml: 바뀜'],
      ...[
        '  BBB: 추가 {"code":"BBB","ko":"둘째","en":"Second"}',
        '  CCC: 추가 {"code":"CCC","ko":"셋째","en":"Third"}',
      ],
      ...[`${kindFile} 시험업 등록: 바뀜`, '  fee.won: 0 → 5000', 'kinds/BBB-02.yaml 시험업 등록: 추가'],
      '파일: 추가 1, 삭제 0, 바뀜 3',
    ])
    expect(manual('diff', other, ours, '--lang', 'en').stdout).toContain('  fee.won: 5000 → 0')
    expect(json('diff', ours, other)).toContainEqual({
      what: 'changed',
      file: kindFile,
      name: '시험업 등록',
      changes: [{ what: 'changed', field: 'fee.won', was: 0, now: 5000 }],
    })
  })
})

describe('manual key, pack and unpack', () => {
  test('take a manual to another machine, signed', () => {
    const inside = newFolder(onTestFinished)
    const [key, pack, out] = ['key', 'm.zip', 'out'].map((name) => join(inside, name)) as [string, string, string]
    const { fingerprint } = json('key', '--out', key)
    expect(statSync(key).mode & 0o077).toBe(0)
    const ours = folderWith()
    expect(json('pack', ours, '--with-staff', '--out', pack, '--key', key)).toMatchObject({
      signer: fingerprint,
      manifest: { kinds: 1, institution: '시험시청 민원실' },
    })
    expect(json('unpack', pack, '--to', out, '--trust', `${key}.pub`)).toMatchObject({
      folder: out,
      before: null,
      signer: fingerprint,
      isSameEdition: true,
    })
    expect(manual('diff', ours, out).status).toBe(0)
    expect(manual('unpack', pack, '--to', join(inside, 'again'), '--trust', fingerprint).status).toBe(0)
    const stranger = json('key', '--out', join(inside, 'stranger')).fingerprint
    const refused = manual('unpack', pack, '--to', join(inside, 'third'), '--trust', stranger)
    expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining(fingerprint) })
    expect(existsSync(join(inside, 'third'))).toBe(false)
  })

  test('never replace a key, and never a filled folder unless it is wished: the old one stays', () => {
    const inside = newFolder(onTestFinished)
    const key = join(inside, 'key')
    manual('key', '--out', key)
    const before = text(inside, 'key')
    expect(manual('key', '--out', key)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is there already'),
    })
    expect(text(inside, 'key')).toBe(before)
    expect(manual('pack', folderWith(), '--out', key, '--key', key)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('is there already'),
    })
    expect(text(inside, 'key')).toBe(before)
    writeFileSync(join(inside, 'half.pub'), 'of another')
    expect(manual('key', '--out', join(inside, 'half'))).toMatchObject({ status: 2 })
    expect(existsSync(join(inside, 'half'))).toBe(false)
    const [ours, pack] = [folderWith(), join(inside, 'm.zip')]
    manual('pack', ours, '--with-staff', '--out', pack)
    const filled = folderWith(theirs)
    expect(manual('unpack', pack, '--to', filled, '--unsigned')).toMatchObject({ status: 2, stdout: '' })
    expect(manual('unpack', pack, '--to', filled, '--unsigned', '--force').status).toBe(0)
    expect(manual('diff', filled, ours).status).toBe(0)
    expect(text(`${filled}.before`, kindFile)).toContain('won: 5000')
  })

  test.skipIf(process.platform === 'win32')('leave no half of a pair of keys on a disk that is full', () => {
    const inside = newFolder(onTestFinished)
    const key = join(inside, 'key')
    expect(changguOnFullDisk(0, 'manual', 'key', '--out', key)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('key cannot be written'),
    })
    expect(readdirSync(inside)).toEqual([])
    expect(manual('key', '--out', key).status).toBe(0)
  })

  test('say which files stay behind because they are none of a manual', () => {
    const inside = newFolder(onTestFinished)
    const ours = folderWith({ 'hall-old.yaml': small['hall.yaml'] ?? '' })
    const { stdout } = manual('pack', ours, '--out', join(inside, 'm.zip'))
    expect(stdout).toContain('hall-old.yaml: 매뉴얼의 파일이 아니어서 담지 않았다.')
    expect(json('pack', ours, '--out', join(inside, 'n.zip'))).toMatchObject({ left: ['hall-old.yaml'] })
  })

  test('say what is wrong: no signature, no key, no manual, no file', () => {
    const inside = newFolder(onTestFinished)
    const pack = join(inside, 'm.zip')
    expect(manual('pack', folderWith(), '--out', pack).stdout).toContain('--unsigned')
    expect(manual('unpack', pack, '--to', join(inside, 'out'))).toMatchObject({
      status: 1,
      stdout: expect.stringMatching(/^signature\.json — 서명이 없습니다.* \/ There is no signature/),
    })
    expect(manual('pack', folderWith(), '--out', pack, '--key', pack).stderr).toContain('no Ed25519 private key')
    expect(manual('unpack', pack, '--to', join(inside, 'out'), '--trust', pack).stderr).toContain('public key')
    const mistyped = '0'.repeat(63)
    expect(manual('unpack', pack, '--to', join(inside, 'out'), '--trust', mistyped)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(`"${mistyped}" is neither a file nor a fingerprint of 64 characters 0–9 a–f.`),
    })
    expect(manual('unpack', join(inside, 'none.zip'), '--to', join(inside, 'out'))).toMatchObject({ status: 2 })
    expect(manual('pack', folderWith({ 'holidays.yaml': null }), '--out', pack)).toMatchObject({ status: 1 })
    expect(manual('unpack', pack).stderr).toContain('--to is needed')
    expect(readdirSync(inside)).toEqual(['m.zip'])
  })
})

describe('manual import', () => {
  test('first shows what is new and what differs, and writes nothing', () => {
    const [ours, other] = [folderWith(), folderWith(theirs)]
    const { status, stdout } = manual('import', other, '--into', ours)
    expect(status).toBe(1)
    expect(stdout).toContain(`${kindFile} 시험업 등록: 바뀜\n  fee.won: 0 → 5000`)
    expect(stdout).toContain('가져올 것: 없음')
    const dry = json('import', other, '--into', ours, '--take', 'theirs', '--dry-run')
    expect(dry).toMatchObject({ isPreview: true, take: ['kinds/BBB-02.yaml', kindFile], before: null })
    expect(text(ours, kindFile)).toBe(small[kindFile])
    expect(manual('import', ours, '--into', ours, '--lang', 'en')).toMatchObject({ status: 0 })
  })

  test('takes what was chosen, with the category that a new kind needs, and never the hall unless it is named', () => {
    const [ours, other] = [folderWith(), folderWith(theirs)]
    const { status, stdout } = manual('import', other, '--into', ours, '--take', 'theirs', '--lang', 'en')
    expect([status, stdout.split('\n').slice(-4)]).toEqual([
      0,
      [
        `taken: kinds/BBB-02.yaml, ${kindFile}`,
        'categories added with them: BBB',
        'kept as it is here: hall.yaml, categories.yaml',
        `the folder as it was: ${ours}.before`,
      ],
    ])
    expect(manual('check', ours)).toMatchObject({ status: 0, stdout: '2 kinds, no fault' })
    expect(text(ours, 'categories.yaml')).toBe(
      '- { code: AAA, ko: 시험, en: Test }\n- code: BBB\n  ko: 둘째\n  en: Second\n',
    )
    expect(text(ours, 'hall.yaml')).toContain('시험시청')
    manual('import', other, '--into', ours, '--take', 'all,hall.yaml')
    expect(manual('diff', ours, other).status).toBe(0)
    expect(text(`${ours}.before-2`, 'hall.yaml')).toContain('시험시청')
  })

  test('takes single kinds out of a signed pack, and nothing if it is not from the trusted sender', () => {
    const inside = newFolder(onTestFinished)
    const [key, pack] = [join(inside, 'key'), join(inside, 'm.zip')]
    manual('key', '--out', key)
    manual('pack', folderWith(theirs), '--out', pack, '--key', key)
    const ours = folderWith()
    const wrong = json('import', pack, '--into', ours, '--take', 'all', '--trust', '0'.repeat(64))
    expect(wrong).toMatchObject({ faults: [{ problem: 'signerUnknown' }] })
    const done = json('import', pack, '--into', ours, '--take', 'BBB-02', '--trust', `${key}.pub`)
    expect(done).toMatchObject({ isPreview: false, take: ['kinds/BBB-02.yaml'], categories: ['BBB'] })
    expect(text(ours, kindFile)).toBe(small[kindFile])
  })

  test('takes the settings of a hall and keeps the own people, also those whom the queue names', () => {
    const queue = (own: string) => inHall('staff:', `queue: { holdMinutes: 7, outOfOrder: named${own} }\nstaff:`)
    const inside = newFolder(onTestFinished)
    const pack = join(inside, 'm.zip')
    const otherQueue = inHall('noShow', 'queue: { holdMinutes: 9, outOfOrderBy: [clerk-1] }\nnoShow')
    manual('pack', folderWith(otherQueue), '--out', pack)
    const ours = folderWith(queue(', outOfOrderBy: [clerk-1]'))
    expect(manual('import', pack, '--into', ours, '--take', 'hall.yaml', '--unsigned').status).toBe(0)
    expect(readManual(ours)).toMatchObject({
      profile: { queue: { holdMinutes: 9, outOfOrderBy: ['clerk-1'] }, staff: [{ id: 'clerk-1', name: '이서연' }] },
    })
    const bare = folderWith(queue(''))
    expect(manual('import', pack, '--into', bare, '--take', 'hall.yaml', '--unsigned').status).toBe(0)
    expect(text(bare, 'hall.yaml')).not.toContain('outOfOrderBy')
  })

  test('takes another petition under the same code only by its code', () => {
    const [ours, other] = [folderWith(), folderWith(inKind('ko: 시험업 등록', 'ko: 전혀 다른 민원'))]
    const said = manual('import', other, '--into', ours, '--take', 'all,theirs', '--lang', 'en').stdout
    expect(said).toContain(`${kindFile}: the same code with another name.`)
    expect(text(ours, kindFile)).toBe(small[kindFile])
    expect(json('import', other, '--into', ours, '--take', 'AAA-01')).toMatchObject({ take: [kindFile] })
    expect(text(ours, kindFile)).toContain('전혀 다른 민원')
  })

  test('says what is wrong in a choice, and leaves the folder alone if the result had a fault', () => {
    const [ours, other] = [folderWith(), folderWith(theirs)]
    expect(manual('import', other, '--into', ours, '--take', 'AAA-09').stderr).toContain('AAA-09')
    expect(manual('import', other, '--into', ours, '--take', 'mine,all')).toMatchObject({ status: 2 })
    // Their categories without the one that a kind of ours stands in.
    writeFileSync(join(other, 'categories.yaml'), '- { code: BBB, ko: 둘째, en: Second }\n')
    rmSync(join(other, kindFile))
    const broken = json('import', other, '--into', ours, '--take', 'all')
    expect(broken).toMatchObject({ faults: [{ file: kindFile, problem: 'categoryUnknown' }] })
    expect(text(ours, 'categories.yaml')).toBe(small['categories.yaml'])
    expect(existsSync(`${ours}.before`)).toBe(false)
  })
})

describe('manual add-kinds', () => {
  test('lists what lies ready, adds one or all with one action, and leaves what is there', () => {
    const ours = folderWith()
    expect(json('add-kinds', '--to', ours).available).toHaveLength(138)
    const one = json('add-kinds', 'FIR-04', '--to', ours)
    expect(one).toEqual({ added: ['FIR-04'], present: [], kept: [], categories: ['FIR'] })
    expect(manual('check', ours).stdout).toBe('2 kinds, no fault')
    writeFileSync(join(ours, 'kinds/FIR-04.yaml'), text(ours, 'kinds/FIR-04.yaml').replace('  won: null', '  won: 0'))
    const all = json('add-kinds', '--all', '--to', ours)
    expect([all.added.length, all.present, all.kept]).toEqual([137, [], ['FIR-04']])
    expect(manual('check', ours).stdout).toBe('139 kinds, no fault')
    expect(text(ours, 'kinds/FIR-04.yaml')).toContain('  won: 0')
    expect(readdirSync(join(ours, '..'))).toEqual(['manual'])
  })

  test('says what is wrong: a code that does not lie there, codes and all at once', () => {
    const ours = folderWith()
    const both = manual('add-kinds', 'AAA-01', 'AAA-09', 'FIR-04', '--to', ours)
    expect(both.stderr).toContain('The manual has AAA-01 already. No kind AAA-09 lies ready. Nothing was added.')
    expect([both.status, readdirSync(join(ours, 'kinds'))]).toEqual([2, ['AAA-01.yaml']])
    expect(manual('add-kinds', 'FIR-04', '--all', '--to', ours).stderr).toContain('not both')
    expect(manual('add-kinds', '--from', join(ours, 'none')).stderr).toContain('--from')
    expect(manual('add-kinds', '--from', join(ours, 'hall.yaml')).stderr).toContain('is a file')
  })
})
