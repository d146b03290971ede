import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../db/manual/manual-folder.ts'
import { guidanceTopics } from '../../domain/case/intake.ts'
import type { Command } from '../../domain/hall.ts'
import { dayOf } from '../../domain/time.ts'
import { newFolder, startCounter, startPc, until, type TestPc } from '../support/core.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'
import { enter } from '../support/people.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const kindFile = 'kinds/AAA-01.yaml'

const receive = (id: string): Command => ({
  type: 'receiveCase',
  case: id,
  kind: 'AAA-01',
  petitioner: { name: '김영수' },
  guidance: [...guidanceTopics],
})

test('to go back to an earlier manual makes a new number with the earlier hash, and every case stays with its own edition', async () => {
  const manual = join(newFolder(onEnd, 'manual'), 'manual')
  cpSync(writeManual(onTestFinished), manual, { recursive: true })
  const original = readFileSync(join(manual, kindFile), 'utf8')
  const changed = original.replace('정관을 받았다', '정관 사본을 받았다')
  const hashNow = () => {
    const found = readManual(manual)
    return 'faults' in found ? 'faulty' : found.hash
  }
  let hall: Hall = await startHall({ manual })
  onEnd(() => hall.stop())
  const pc = await startCounter(onEnd, hall.socket, 1)
  const editionIs = (edition: number, hash: string) =>
    until(pc.desk, { of: 'counter' }, (v) => v.edition?.edition === edition && v.edition.hash === hash)
  const takesUp = async (text: string) => {
    await hall.stop()
    writeFileSync(join(manual, kindFile), text)
    hall = await startHall({ manual, data: hall.data })
    pc.mend(hall.socket)
  }

  const earlier = hashNow()
  await editionIs(1, earlier)
  await receiveWhenReady(pc, 'k1')
  await takesUp(changed)
  await editionIs(2, hashNow())
  await expect.poll(() => firstCheck(pc)).toBe('정관 사본을 받았다')
  await receiveWhenReady(pc, 'k2')
  await takesUp(original)
  expect(hashNow()).toBe(earlier)
  await editionIs(3, earlier)
  await receiveWhenReady(pc, 'k3')

  expect(await firstCheck(pc)).toBe('정관을 받았다')
  for (const [id, edition, check] of [
    ['k1', 1, '정관을 받았다'],
    ['k2', 2, '정관 사본을 받았다'],
    ['k3', 3, '정관을 받았다'],
  ] as const) {
    const view = await pc.desk.view({ of: 'case', case: id })
    expect([id, view?.edition]).toEqual([id, edition])
    expect(await firstCheck(pc, edition)).toBe(check)
  }
})

test('an editor publishes from a desk: the counters have it, and no restart undoes it until the folder itself changes', async () => {
  const staff = `  - { id: editor-1, name: 박편집, role: editor, team: team-1 }
  - { id: chief-1, name: 최감독, role: supervisor, team: team-1 }\n`
  const manual = writeManual(onTestFinished, { 'hall.yaml': (text) => text + staff })
  let hall: Hall = await startHall({ manual })
  onEnd(() => hall.stop())
  const counter = await startCounter(onEnd, hall.socket, 1)
  const desk = await startPc(onEnd, hall.socket, 'supervisor')
  const signIn = (clerk: string) => enter(desk.desk, clerk)
  await expect.poll(() => firstCheck(counter)).toBe('정관을 받았다')
  const kind = await counter.desk.view({ of: 'kind', code: 'AAA-01' })
  const content = JSON.stringify(kind).replace('정관을 받았다', '정관 사본을 받았다')
  const on = { amendment: 'a1' }
  const today = dayOf(Date.now())

  expect(await signIn('editor-1')).toBe('done')
  for (const command of [
    { ...on, type: 'openAmendment', title: '정관', reason: '사본으로 충분' },
    { ...on, type: 'changeAmendment', changes: [{ part: 'kinds/AAA-01', content }] },
    { ...on, type: 'offerAmendment' },
  ] satisfies Command[])
    expect(await desk.desk.submit(command)).toBe('done')
  await desk.desk.submit({ type: 'signOut' })
  await signIn('chief-1')
  const effectiveDate = dayOf(Date.now())
  const offeredAt = (await desk.desk.view({ of: 'amendment', ...on }))?.offered?.at ?? 0
  expect(await desk.desk.submit({ ...on, type: 'reviewAmendment', verdict: 'approved', offeredAt })).toBe('done')
  expect(await desk.desk.submit({ ...on, type: 'publishAmendment', effectiveDate })).toBe('done')
  await expect.poll(() => firstCheck(counter)).toBe('정관 사본을 받았다')
  const published = await until(counter.desk, { of: 'counter' }, (v) => v.edition?.edition === 2)
  expect(published.edition).toMatchObject({ ...on, changes: { added: [], changed: ['kinds/AAA-01'], removed: [] } })
  expect(effectiveDate >= today).toBe(true)

  const restart = async () => {
    await hall.stop()
    hall = await startHall({ manual, data: hall.data })
    counter.mend(hall.socket)
    await until(counter.desk, { of: 'setup' }, (v) => v.line.state === 'online')
  }
  await restart()
  expect((await counter.desk.view({ of: 'counter' })).edition?.edition).toBe(2)
  expect(await firstCheck(counter)).toBe('정관 사본을 받았다')

  const inFolder = join(manual, kindFile)
  writeFileSync(inFolder, readFileSync(inFolder, 'utf8').replace('정관을 받았다', '정관 원본을 받았다'))
  await restart()
  await expect.poll(() => firstCheck(counter)).toBe('정관 원본을 받았다')
})

/** Receives as soon as the content of the newest edition has come. */
async function receiveWhenReady(pc: TestPc, id: string): Promise<void> {
  await expect.poll(() => pc.desk.submit(receive(id))).toBe('done')
}

async function firstCheck(pc: TestPc, edition?: number): Promise<string | undefined> {
  const kind = await pc.desk.view({ of: 'kind', code: 'AAA-01', ...(edition !== undefined && { edition }) })
  return kind?.steps[0]?.checks[0]?.text
}
