import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { editionSigner } from '../../db/keys/edition-key.ts'
import { forNoSecret, verifierOf } from '../../db/keys/passwords.ts'
import { personKey, proofBy } from '../../db/keys/sign-in-key.ts'
import { openEditions } from '../../db/manual/editions.ts'
import { readManual } from '../../db/manual/manual-folder.ts'
import { HALL } from '../../domain/actor.ts'
import type { Command } from '../../domain/hall.ts'
import { nextProof, partsOfVerifier } from '../../domain/people/sign-in.ts'
import { emptyHall } from '../../domain/state.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import { folderNews } from '../../server/folder-news.ts'
import { openHall, type OpenHall } from '../../server/hall.ts'
import { protocol } from '../../sync/protocol.ts'
import { changgu } from '../support/changgu.ts'
import { kindFile, writeManual } from '../support/manual.ts'
import { testPassword } from '../support/people.ts'
import { hallKeyIn, newFolder, openLogIn } from '../support/record.ts'
import { memorySecrets } from '../support/secrets.ts'

const manualExport = (...args: string[]) => changgu('manual', 'export', ...args)

const verifier = await verifierOf(testPassword, forNoSecret)
const key = await personKey(testPassword, partsOfVerifier(verifier).verifier)

const people = `  - { id: editor-1, name: 박편집, role: editor, team: team-1 }
  - { id: chief-1, name: 최감독, role: supervisor, team: team-1 }\n`

/** Opens a hall of a manual folder in this process; it is closed before another opens it. */
function open(data: string, manual: string): OpenHall {
  const hall = openHall(data, manual, hallKeyIn(data))
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  onTestFinished(() => hall.close())
  return hall
}

async function say(hall: OpenHall, machine: string, ...commands: Command[]): Promise<void> {
  for (const command of commands) {
    const outcome = hall.end.submit(machine, command, Date.now())
    hall.turnNow()
    expect([command.type, await outcome]).toEqual([command.type, 'done'])
  }
}

/** Two people at the supervisor's PC publish another text of the only kind. */
async function publish(hall: OpenHall, folder: string, result: string, effectiveDate: string): Promise<void> {
  const found = readManual(folder)
  if ('faults' in found) throw new Error('the manual has faults')
  const on = { amendment: `a-${effectiveDate}` }
  const content = JSON.stringify({ ...found.content.kinds[0], result })
  const seat = hall.end.connect({ send: () => undefined })
  seat.hear({ say: 'hello', protocol, machine: 'supervisor', seen: 0 }, Date.now())
  const signIn = async (clerk: string) => {
    await say(hall, HALL, { type: 'setPassword', staff: clerk, verifier })
    const originSeq = hall.end.record.lastOriginSeq('supervisor') + 1
    const by = { machine: 'supervisor', clerk }
    const next = nextProof(hall.end.record.hall.counters.get('supervisor'), Date.now())
    const proof = proofBy(key, { ...by, ...next })
    const event = { type: 'clerkSignedIn', at: Date.now(), by, clerk, proof }
    seat.hear({ say: 'tell', entries: [{ origin: 'supervisor', originSeq, hallSeq: null, event }] }, Date.now())
  }
  await signIn('editor-1')
  await say(
    hall,
    'supervisor',
    { ...on, type: 'openAmendment', title: '결과', reason: '명칭이 바뀜' },
    { ...on, type: 'changeAmendment', changes: [{ part: 'kinds/AAA-01', content }] },
    { ...on, type: 'offerAmendment' },
  )
  await signIn('chief-1')
  const offeredAt = hall.end.record.hall.amendments.get(on.amendment)?.offered?.at ?? 0
  await say(
    hall,
    'supervisor',
    { ...on, type: 'reviewAmendment', verdict: 'approved', offeredAt },
    { ...on, type: 'publishAmendment', effectiveDate },
  )
  seat.leave(Date.now())
}

/** What a hall says of its folder at its start, and its newest edition then. */
function started(data: string, manual: string) {
  const told = vi.spyOn(console, 'error').mockReturnValue()
  const hall = open(data, manual)
  const said = told.mock.calls.flat().filter((line) => String(line).startsWith(`${manual}: `))
  told.mockRestore()
  const { edition } = hall.end.record.hall
  hall.close()
  return { said: said.join('\n'), edition }
}

const withPeople = () => writeManual(onTestFinished, { 'hall.yaml': (text) => text + people })
const today = () => dayOf(Date.now())
const entriesOf = ({ end }: OpenHall) => end.record.lastHallSeq()

test('the edition in force is written as a folder that is accepted back, and read again it publishes nothing', async () => {
  const [manual, data] = [withPeople(), newFolder(onTestFinished)]
  const hall = open(data, manual)
  await publish(hall, manual, '시험업 등록증', today())
  await publish(hall, manual, '시험업자 등록증', addDays(today(), 40))
  hall.close()
  const to = join(newFolder(onTestFinished), 'exported')
  const unsaid = manualExport('--data', data, '--to', to)
  expect(unsaid).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('--edition 3') })
  const said = manualExport('--data', data, '--to', to, '--edition', '2', '--json')
  expect(JSON.parse(said.stdout)).toMatchObject({ folder: to, edition: 2, kinds: 1, before: null, kept: 0 })
  const back = readManual(to)
  if ('faults' in back) throw new Error(JSON.stringify(back.faults))
  expect(back).toMatchObject({ hash: JSON.parse(said.stdout).hash, content: { kinds: [{ result: '시험업 등록증' }] } })
  expect(readFileSync(join(to, kindFile), 'utf8')).toMatch(/^code: AAA-01\nname:\n {2}ko: /)

  const again = open(data, to)
  const { edition, editions, folderHash } = again.end.record.hall
  expect([edition?.edition, editions.size, folderHash]).toEqual([3, 3, back.hash])
  const entries = entriesOf(again)
  again.close()
  expect(entriesOf(open(data, to))).toBe(entries)
})

test('over the folder that it came from, what says the same stays as it is written, and the former folder stays beside it', async () => {
  const [manual, data] = [withPeople(), newFolder(onTestFinished)]
  const commented = `# 분류\n${readFileSync(join(manual, 'categories.yaml'), 'utf8')}`
  writeFileSync(join(manual, 'categories.yaml'), commented)
  const hall = open(data, manual)
  await publish(hall, manual, '시험업 등록증', today())
  hall.close()
  expect(manualExport('--data', data, '--to', manual).stderr).toContain('--force')
  const said = JSON.parse(manualExport('--data', data, '--to', manual, '--force', '--json').stdout)
  onTestFinished(() => rmSync(said.before, { recursive: true, force: true }))
  expect(said).toMatchObject({ edition: 2, before: `${manual}.before`, kept: said.files - 1 })
  expect(readFileSync(join(manual, 'categories.yaml'), 'utf8')).toBe(commented)
  expect(readFileSync(join(manual, kindFile), 'utf8')).toContain('시험업 등록증')
})

test('a folder never takes back what a coming edition changes: it is told, and published once it has the change', async () => {
  const [manual, data] = [withPeople(), newFolder(onTestFinished)]
  const hall = open(data, manual)
  const day = addDays(today(), 30)
  await publish(hall, manual, '시험업자 등록증', day)
  hall.close()
  const correct = () =>
    writeFileSync(join(manual, kindFile), readFileSync(join(manual, kindFile), 'utf8').replace('value: 10', 'value: 7'))
  const exported = (edition: string) => {
    const said = manualExport('--data', data, '--to', manual, '--force', '--edition', edition, '--json')
    const { before } = JSON.parse(said.stdout)
    onTestFinished(() => rmSync(before, { recursive: true, force: true }))
  }
  exported('1')
  correct()
  const first = started(data, manual)
  expect(first.edition).toMatchObject({ edition: 2, effectiveDate: day })
  expect(first.said).toContain('NOT PUBLISHED')
  expect(first.said).toContain(`edition 2, which is to come on ${day}, changed in ${kindFile} (시험업 등록)`)
  // It is told at every start, also when the day has come: nothing is lost by waiting.
  expect(started(data, manual)).toMatchObject({ said: first.said, edition: { edition: 2 } })

  exported('2')
  correct()
  const last = started(data, manual)
  expect(last.edition).toMatchObject({ edition: 3, effectiveDate: day, changes: { changed: ['kinds/AAA-01'] } })
  expect(last.said).toContain('edition 3 waits for edition 2')
  const back = readManual(manual)
  expect(back).toMatchObject({
    hash: last.edition?.hash,
    content: { kinds: [{ result: '시험업자 등록증', period: { value: 7 } }] },
  })
})

test('a folder that was never told of an edition of the desk does not take it back either, until it is put back as it was', async () => {
  const [manual, data] = [withPeople(), newFolder(onTestFinished)]
  const hall = open(data, manual)
  await publish(hall, manual, '시험업자 등록증', today())
  hall.close()
  // The folder says what it said: the start tells which edition stays in force.
  expect(started(data, manual).said).toContain('edition 2 stays in force')
  const path = join(manual, kindFile)
  const was = readFileSync(path, 'utf8')
  writeFileSync(path, was.replace('value: 10', 'value: 7'))
  const stale = started(data, manual)
  expect(stale).toMatchObject({ edition: { edition: 2 }, said: expect.stringContaining('is in force from') })
  // Its own words for what the desk changed are no taking back.
  writeFileSync(path, was.replace('등록증', '신고증'))
  expect(started(data, manual)).toMatchObject({ edition: { edition: 3 }, said: '' })
  // Files of an earlier edition are put back: that is meant.
  writeFileSync(path, was)
  expect(started(data, manual)).toMatchObject({ edition: { edition: 4 }, said: '' })
})

test('an edition that is not there, a number that is none and a folder without a hall are told', () => {
  const [manual, data] = [withPeople(), newFolder(onTestFinished)]
  open(data, manual).close()
  const to = join(newFolder(onTestFinished), 'exported')
  for (const args of [['--data', to], ['--data', data, '--edition', '7'], ['--data', data, '--edition', 'x'], []])
    expect(manualExport(...args, '--to', to)).toMatchObject({ status: 2, stdout: '' })
  expect(manualExport('--data', data)).toMatchObject({ status: 2 })
  expect(existsSync(to)).toBe(false)
})

test('a folder of a record from before folders were remembered is read, and only a change of it is published', () => {
  const { db, log } = openLogIn(newFolder(onTestFinished), 'hall')
  onTestFinished(() => log.close())
  const made = { editions: openEditions(db), signer: editionSigner(memorySecrets()) }
  const [was, now] = [
    withPeople(),
    writeManual(onTestFinished, { [kindFile]: (text) => text.replace('등록증', '신고증') }),
  ]
  const [old, young] = [readManual(was), readManual(now)]
  if ('faults' in old || 'faults' in young) throw new Error('the manual has faults')
  const hall = emptyHall()
  const mark = { edition: 1, effectiveDate: today(), publishedAt: 0, by: { machine: 'hall' }, hash: old.hash }
  hall.edition = mark
  hall.editions.set(1, mark)
  made.editions.put({ ...mark, content: old.text })
  const news = (manual: typeof old) =>
    folderNews(hall, manual, Date.now(), made).commands.filter(
      (c) => c.type === 'readFolder' || c.type === 'publishEdition',
    )
  expect(news(old)).toEqual([{ type: 'readFolder', folder: old.hash }])
  const changes = { added: [], changed: ['kinds/AAA-01'], removed: [] }
  expect(news(young)).toMatchObject([{ type: 'publishEdition', edition: 2, folder: young.hash, changes }])
  // What is still to come is followed, never overtaken.
  mark.effectiveDate = addDays(today(), 9)
  expect(news(young)).toMatchObject([{ edition: 2, effectiveDate: mark.effectiveDate }])
})
