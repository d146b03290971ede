import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished as onEnd, test } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { readManual } from '../../db/manual/manual-folder.ts'
import { openPack, packManual } from '../../db/manual/pack.ts'
import { packPath } from '../../domain/machine/share-address.ts'
import type { Replacement } from '../../domain/manual/amendment.ts'
import type { BroughtView } from '../../domain/manual/brought.ts'
import { startPc, until } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { inHall, kindFile, writeManual } from '../support/manual.ts'
import { enter } from '../support/people.ts'

const people = inHall(
  'staff:\n',
  'queue: { outOfOrder: named, outOfOrderBy: [bora] }\nstaff:\n  - { id: bora, name: 한보라, role: supervisor, team: team-1 }\n',
)

/** The PC of a supervisor who is signed in, on a hall with the small manual. */
async function supervisorAt() {
  const manual = writeManual(onEnd, people)
  const hall = await startHall({ manual })
  onEnd(() => hall.stop())
  const core = (await startPc((clean) => onEnd(() => void clean()), hall.socket, 'supervisor')).core
  const { desk } = core
  await enter(desk, 'bora')
  await until(desk, { of: 'manualKinds' }, (v) => v !== undefined)
  await until(desk, { of: 'manualDesk' }, (v) => v.clerk !== undefined)
  return { core, desk, hall, manual }
}

const brought = async (desk: Awaited<ReturnType<typeof supervisorAt>>['desk'], file: string) => {
  const view = await desk.view({ of: 'brought', file })
  if (!view || view.is === 'wrong') throw new Error(JSON.stringify(view))
  return view
}
const linesOf = (view: BroughtView) => ('lines' in view ? view.lines.map((l) => `${l.what} ${l.part}`) : [])

test('the manual in force leaves the hall as one signed pack without people, and comes back as what it was', async () => {
  const { desk, manual } = await supervisorAt()
  expect(await desk.submit({ type: 'exportPack' })).toBe('done')
  const { made, fingerprint } = await desk.view({ of: 'packOut' })
  expect(made).toMatchObject({ institution: '시험시청 민원실', kinds: 1 })
  const bytes = readFileSync(made?.path ?? '')
  const opened = openPack(bytes, { fingerprint: fingerprint ?? '' })
  if ('faults' in opened) throw new Error(JSON.stringify(opened.faults))
  expect(opened).toMatchObject({ signer: fingerprint, hasStaff: false, edition: opened.manifest.edition })
  const own = readManual(manual)
  if ('faults' in own) throw new Error('the manual has faults')
  expect(opened.manual).toEqual({ ...own, profile: { ...own.profile, staff: [], queue: { outOfOrder: 'named' } } })
  const inside = [...opened.files.values()].map((file) => Buffer.from(file).toString('utf8')).join('\n')
  for (const { id, name } of own.profile.staff) for (const said of [id, name]) expect(inside).not.toContain(said)

  const base64 = bytes.toString('base64')
  await desk.submit({ type: 'bringFile', file: 'f1', name: 'manual.zip', day: '2026-11-24', base64 })
  const pack = { isOwn: true, signer: fingerprint }
  expect(await brought(desk, 'f1')).toMatchObject({
    is: 'pack',
    lines: [],
    pack,
    hall: [],
    holidays: { fresh: [] },
    same: 1,
  })
})

test('the kinds that lie ready come into an amendment with one action, forty at a time, with the categories they need', async () => {
  const { desk } = await supervisorAt()
  expect(await desk.submit({ type: 'bringMore', file: 'f2' })).toBe('done')
  const more = await brought(desk, 'f2')
  expect(more.lines.filter((l) => l.part.startsWith('kinds/'))).toHaveLength(138)
  expect(more.lines.every((l) => l.part === 'categories' || l.needs?.includes('categories'))).toBe(true)
  await desk.submit({ type: 'openAmendment', amendment: 'a1', title: '더 넣기', reason: more.source })
  const parts = more.lines.map((l) => l.part)
  for (let i = 0; i < parts.length; i += 40) {
    const changes = await desk.view({ of: 'broughtParts', file: 'f2', parts: parts.slice(i, i + 40) })
    expect(await desk.submit({ type: 'changeAmendment', amendment: 'a1', changes, why: more.source })).toBe('done')
  }
  const amendment = await until(desk, { of: 'amendment', amendment: 'a1' }, (v) => v?.parts.length === parts.length)
  expect(amendment?.changes.every((c) => c.why === more.source)).toBe(true)
})

test('a pack of another hall is laid against the own manual: what is new, what differs and what only is here', async () => {
  const { desk } = await supervisorAt()
  const kind = readFileSync(join(writeManual(onEnd), kindFile), 'utf8')
  const nextYear = `${new Date().getFullYear() + 1}-05-04`
  const holiday = `date: "${nextYear}", name: 구민의 날, kind: local, basis: 조례, source: 관보, provisional: false`
  const theirs = writeManual(onEnd, {
    ...inHall('09:00', '08:30'),
    'holidays.yaml': `- { ${holiday} }\n`,
    'categories.yaml': '- { code: BBB, ko: 다른, en: Other }\n- { code: AAA, ko: 시험, en: Test }\n',
    'kinds/BBB-01.yaml': kind.replaceAll('AAA', 'BBB'),
    [kindFile]: kind.replace('value: 10', 'value: 7'),
  })
  const packed = packManual(theirs, '2026-11-20')
  if ('faults' in packed) throw new Error('not packed')
  const bring = (file: string, bytes: Uint8Array) =>
    desk.submit({
      type: 'bringFile',
      file,
      name: '다른 매뉴얼.ZIP',
      day: '2026-11-24',
      base64: Buffer.from(bytes).toString('base64'),
    })
  await bring('f1', packed.bytes)
  // Nobody has signed it: it is opened only once the editor says so.
  expect(await desk.view({ of: 'brought', file: 'f1' })).toMatchObject({ is: 'wrong', isUnsigned: true })
  expect(await desk.submit({ type: 'openUnsigned', file: 'f1' })).toBe('done')
  const view = await brought(desk, 'f1')
  if (view.is !== 'pack') throw new Error(view.is)
  expect(view.pack).toMatchObject({ isOwn: false, signer: null, kinds: 2, created: '2026-11-20' })
  expect(linesOf(view)).toEqual(['changed categories', 'changed kinds/AAA-01', 'added kinds/BBB-01'])
  expect(view.lines[1]?.changes).toMatchObject([{ field: 'period.value', was: 10, now: 7 }])
  expect(view.lines[2]?.needs).toEqual(['categories'])
  // Hours and holidays of the hall are no part of an edition: its settings are shown, people are not compared.
  expect(view.hall.length).toBeGreaterThan(0)
  expect(view.hall.some((one) => one.field.startsWith('staff'))).toBe(false)
  // A holiday that is to come and not known here is taken at once, and is not offered again.
  expect(view.holidays).toMatchObject({ fresh: [{ date: nextYear, name: '구민의 날' }], moves: 0, otherwise: [] })
  expect(view.holidays).not.toHaveProperty('closed')
  expect(await desk.submit({ type: 'designateHoliday', holidays: view.holidays.fresh })).toBe('done')
  await until(desk, { of: 'brought', file: 'f1' }, (v) => v?.is === 'pack' && v.holidays.fresh.length === 0)
  // One byte of it changed on its way.
  const spoilt = Uint8Array.from(packed.bytes)
  spoilt[200] = (spoilt[200] ?? 0) ^ 1
  await bring('f2', spoilt)
  expect(await desk.view({ of: 'brought', file: 'f2' })).toMatchObject({ is: 'wrong', isUnsigned: false })
})

test('a table is laid against the manual, again when its columns are changed; what is no table is said', async () => {
  const { desk } = await supervisorAt()
  const rows = [
    ['2026 민원처리기준표', '', ''],
    ['민원사무명', '처리기간', '비고(수수료 아님)', '금액'],
    ['시험업등록', '11일', '', '1,500원'],
    ['아무도 모르는 민원', '3일', '', ''],
  ].map((row) => row.map((value) => ({ value })))
  const base64 = (await writeXlsxFile(rows).toBuffer()).toString('base64')
  await desk.submit({ type: 'bringFile', file: 't', name: '기준표.xlsx', day: '2026-11-02', base64 })
  const view = await brought(desk, 't')
  expect(view).toMatchObject({
    is: 'table',
    columns: { name: 0, period: 1, fee: 2 },
    head: { row: 2, rows: 2 },
    unread: [{ row: 4, why: 'codeNeeded' }],
  })
  expect(linesOf(view)).toEqual(['changed kinds/AAA-01'])
  const columns = { name: 0, fee: 3 }
  const again = await desk.view({ of: 'brought', file: 't', columns })
  expect(again && 'lines' in again && again.lines[0]?.changes.map((c) => c.field)).toContain('fee.won')
  const [change] = await desk.view({ of: 'broughtParts', file: 't', columns, parts: ['kinds/AAA-01'] })
  expect(change?.content).toContain('"won":1500')
  expect(change?.content).toContain('기준표.xlsx (2026-11-02)')
  await desk.submit({ type: 'bringFile', file: 'u', name: 'x.xlsx', day: '2026-11-02', base64: '/9j/AA==' })
  const wrong = await desk.view({ of: 'brought', file: 'u' })
  expect(wrong && 'faults' in wrong && wrong.faults[0]?.ko).toContain('XLSX')
  // The PC holds one file at a time.
  expect(await desk.view({ of: 'brought', file: 't' })).toBeUndefined()
})

test('what is brought does not pass over what a draft says already: a row is laid on it, a part of a pack says whose text it replaces', async () => {
  const { desk, manual } = await supervisorAt()
  const own = readManual(manual)
  if ('faults' in own) throw new Error('the manual has faults')
  const kind = own.content.kinds[0]
  const part = 'kinds/AAA-01'
  const written = { ...kind, authority: '동료가 고친 곳' }
  const put = (changes: Replacement[]) => desk.submit({ type: 'changeAmendment', amendment: 'a1', changes })
  await desk.submit({ type: 'openAmendment', amendment: 'a1', title: '동료의 개정안', reason: '까닭' })
  expect(await put([{ part, content: JSON.stringify(written) }])).toBe('done')
  const amended = await until(desk, { of: 'amendment', amendment: 'a1' }, (v) => v?.parts.length === 1)
  const at = amended?.changes[0]?.written.at ?? 0

  const base64 = Buffer.from('민원사무명,수수료\n시험업등록,"1,500원"').toString('base64')
  await desk.submit({ type: 'bringFile', file: 't', name: '표.csv', day: '2026-11-02', base64 })
  const into = { amendment: 'a1' }
  const row = await desk.view({ of: 'brought', file: 't', ...into })
  const lineIn = (view: BroughtView | undefined) => (view && 'lines' in view ? view.lines[0] : undefined)
  expect(lineIn(row)?.under).toEqual([
    { at, clerk: '한보라', amendment: 'a1', title: '동료의 개정안', isTarget: true, isReplaced: false },
  ])
  expect(lineIn(row)?.changes.map((c) => c.field)).not.toContain('authority')
  const laid = await desk.view({ of: 'broughtParts', file: 't', ...into, parts: [part] })
  expect(laid).toMatchObject([{ over: at, base: 1 }])
  expect(laid[0]?.content).toContain('동료가 고친 곳')
  expect(laid[0]?.content).toContain('"won":1500')
  // Into a new amendment it is laid on the edition, and says that another has it too.
  const fresh = lineIn(await desk.view({ of: 'brought', file: 't' }))
  expect(fresh?.under).toMatchObject([{ amendment: 'a1', isTarget: false, isReplaced: false }])
  expect(await desk.view({ of: 'broughtParts', file: 't', parts: [part] })).toMatchObject([{ over: 0 }])

  const theirs = writeManual(onEnd, { [kindFile]: readFileSync(join(manual, kindFile), 'utf8').replace('10', '7') })
  const packed = packManual(theirs, '2026-11-20')
  if ('faults' in packed) throw new Error('not packed')
  const bytes = Buffer.from(packed.bytes).toString('base64')
  await desk.submit({ type: 'bringFile', file: 'p', name: 'x.zip', day: '2026-11-24', base64: bytes })
  await desk.submit({ type: 'openUnsigned', file: 'p' })
  const pack = lineIn(await desk.view({ of: 'brought', file: 'p', ...into }))
  expect(pack?.under).toMatchObject([{ at, clerk: '한보라', isTarget: true, isReplaced: true }])
  expect(pack?.changes.map((c) => c.field)).toContain('authority')
  // A pack that says what the edition says offers nothing, whatever the draft has.
  const ours = packManual(manual, '2026-11-20')
  const said = 'faults' in ours ? '' : Buffer.from(ours.bytes).toString('base64')
  await desk.submit({ type: 'bringFile', file: 'o', name: 'y.zip', day: '2026-11-24', base64: said })
  await desk.submit({ type: 'openUnsigned', file: 'o' })
  expect(await desk.view({ of: 'brought', file: 'o', ...into })).toMatchObject({ lines: [], same: 1 })
  await desk.submit({ type: 'bringFile', file: 'p', name: 'x.zip', day: '2026-11-24', base64: bytes })
  await desk.submit({ type: 'openUnsigned', file: 'p' })
  // The colleague saves once more before it is taken: his text stands.
  const shown = await desk.view({ of: 'broughtParts', file: 'p', ...into, parts: [part] })
  expect(await put([{ part, content: JSON.stringify({ ...written, authority: '다시 고친 곳' }), over: at }])).toBe(
    'done',
  )
  expect(await put(shown)).toEqual({ refused: 'partMovedOn' })
  const last = await until(desk, { of: 'amendment', amendment: 'a1' }, (v) => v?.changes[0]?.written.at !== at)
  expect(last?.changes[0]?.content).toContain('다시 고친 곳')
  expect(lineIn(await desk.view({ of: 'brought', file: 'p', ...into }))?.under?.[0]?.at).toBeGreaterThan(at)
})

test('what replaces the text of a draft rests on the newest edition, and what is laid on it where that text rests', async () => {
  const { desk, manual, hall } = await supervisorAt()
  const own = readManual(manual)
  if ('faults' in own) throw new Error('the manual has faults')
  const part = 'kinds/AAA-01'
  const content = JSON.stringify({ ...own.content.kinds[0], authority: '동료가 고친 곳' })
  await desk.submit({ type: 'openAmendment', amendment: 'a1', title: '동료의 개정안', reason: '까닭' })
  expect(await desk.submit({ type: 'changeAmendment', amendment: 'a1', changes: [{ part, content }] })).toBe('done')
  await until(desk, { of: 'amendment', amendment: 'a1' }, (v) => v?.parts.length === 1)

  const path = join(manual, kindFile)
  writeFileSync(path, readFileSync(path, 'utf8').replace('10', '8'))
  await hall.stop()
  const again = await startHall({ manual, data: hall.data, port: hall.port })
  onEnd(() => again.stop())
  await until(desk, { of: 'manualDesk' }, (v) => v.edition?.edition === 2)

  const theirs = writeManual(onEnd, { [kindFile]: readFileSync(path, 'utf8').replace('8', '7') })
  const packed = packManual(theirs, '2026-11-20')
  if ('faults' in packed) throw new Error('not packed')
  const base64 = Buffer.from(packed.bytes).toString('base64')
  await desk.submit({ type: 'bringFile', file: 'p', name: 'x.zip', day: '2026-11-24', base64 })
  await desk.submit({ type: 'openUnsigned', file: 'p' })
  const parts = { amendment: 'a1', parts: [part] }
  expect(await desk.view({ of: 'broughtParts', file: 'p', ...parts })).toMatchObject([{ base: 2 }])

  const table = Buffer.from('민원사무명,수수료\n시험업등록,"1,500원"').toString('base64')
  await desk.submit({ type: 'bringFile', file: 't', name: '표.csv', day: '2026-11-02', base64: table })
  expect(await desk.view({ of: 'broughtParts', file: 't', ...parts })).toMatchObject([{ base: 1 }])
})

test('without the hall nothing is packed, and nothing is lost', async () => {
  const { desk, hall } = await supervisorAt()
  await hall.stop()
  expect(await desk.submit({ type: 'exportPack' })).toBe('unreachable')
  expect(await desk.submit({ type: 'bringMore', file: 'f' })).toBe('unreachable')
})

test('the pack is given to paired PCs alone, to one address only so often, and the guide is open meanwhile', async () => {
  const { core, hall } = await supervisorAt()
  const take = () => core.link.fetched(packPath)
  const answers = await Promise.all(Array.from({ length: 25 }, take))
  expect(answers.filter((a) => Buffer.isBuffer(a))).toHaveLength(20)
  expect(answers.filter((a) => a === undefined)).toHaveLength(5)
  expect((await fetch(`${hall.address}/guide`)).status).toBe(200)
  expect((await fetch(`${hall.address}${packPath}`)).status).toBe(404)
})
