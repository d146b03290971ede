import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readManual } from '../../db/manual-folder.ts'
import type { Command } from '../../domain/hall.ts'
import { guidanceTopics } from '../../domain/intake.ts'
import { newFolder, startCounter, until, type TestPc } from '../support/core.ts'
import { startHall, type Hall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'

// The hall starts three times, in a process of its own each.
vi.setConfig({ testTimeout: 60_000 })

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const kindFile = 'kinds/AAA-01.yaml'

const receive = (id: string): Command => ({
  ...{ type: 'receiveCase', case: id, kind: 'AAA-01', petitioner: { name: '김영수' } },
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

/** Receives as soon as the content of the newest edition has come. */
async function receiveWhenReady(pc: TestPc, id: string): Promise<void> {
  await expect.poll(() => pc.desk.submit(receive(id))).toBe('done')
}

async function firstCheck(pc: TestPc, edition?: number): Promise<string | undefined> {
  const kind = await pc.desk.view({ of: 'kind', code: 'AAA-01', ...(edition !== undefined && { edition }) })
  return kind?.steps[0]?.checks[0]?.text
}
