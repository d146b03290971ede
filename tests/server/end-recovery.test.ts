import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { hallRing } from '../../db/copies/copies.ts'
import { openMachine } from '../../db/machine-data.ts'
import { openRecord } from '../../domain/record/record.ts'
import { pairWithHall } from '../../electron/pair.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, startCounter, startPc, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { invited } from '../support/paired.ts'
import { enter } from '../support/people.ts'
import { hallKeyIn } from '../support/record.ts'

vi.setConfig({ testTimeout: 120_000 })

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const manual = fewKinds('QUA-01')

/** The folder of a hall that was restored from its newest copy after two PCs have written; they are gone. */
async function restored(...machines: number[]) {
  const first = await startHall({ manual })
  for (const n of machines) (await startCounter(onEnd, first.socket, n)).close()
  await first.stop()
  expect(changgu('restore', '--data', first.data, '--newest').status).toBe(0)
  return first.data
}

const endRecovery = (data: string, ...more: string[]) => changgu('end-recovery', '--data', data, ...more)
const health = async (address: string) => {
  const response = await fetch(`${address}/health`)
  return { status: response.status, says: (await response.json()) as { [name: string]: unknown } }
}

/** Whether a kiosk comes in at the public desk, or the number with which it is refused. */
const deskOf = (hall: string): Promise<string> =>
  new Promise((resolve) => {
    const desk = new WebSocket(`${hall}/desk`)
    desk.on('open', () => {
      desk.terminate()
      resolve('open')
    })
    desk.on('unexpected-response', (request, { statusCode }) => {
      request.destroy()
      resolve(String(statusCode))
    })
    desk.on('error', () => {})
  })

/** What the record of a hall that has ended says, by the key of the hall whose folder is named. */
function recordIn(data: string, keyOf = data) {
  const opened = openMachine({ folder: data, machine: 'hall', key: hallKeyIn(keyOf), ring: hallRing })
  if ('refused' in opened) throw new Error(opened.refused)
  try {
    return openRecord(opened.log).hall
  } finally {
    opened.log.close()
  }
}

test('[R2] a restored hall to which no PC has ever written goes on by itself, and pairs', async () => {
  const data = await restored()
  const hall = await startHall({ data, manual })
  onEnd(() => hall.stop())
  expect(await health(hall.address)).toMatchObject({ status: 200, says: { ok: true } })
  expect(await pairWithHall('supervisor', await invited(data, 'supervisor'))).toHaveProperty('paired')
})

test('[R2] a restored hall waits for a PC that was paired and had written nothing before the copy: it may have written since', async () => {
  const first = await startHall({ manual })
  const pc = await startPc(onEnd, first.socket, 'counter-1')
  const second = newFolder(onEnd)
  expect(changgu('backup', '--data', first.data, '--to', second).status).toBe(0)
  await expect.poll(() => enter(pc.desk, 'clerk-1')).toBe('done')
  await until(pc.desk, { of: 'setup' }, (v) => v.line.unsent === 0)
  pc.close()
  await first.stop()
  const key = ['--key-file', join(first.data, 'hall.key')]
  const data = newFolder(onEnd)
  expect(changgu('restore', '--data', data, '--from', second, '--newest', ...key).status).toBe(0)
  const hall = await startHall({ data, manual, more: key })
  onEnd(() => hall.stop())
  expect((await health(hall.address)).says).toMatchObject({ ok: false, recovering: { awaited: ['counter-1'] } })
})

test('[R3] where no supervisor’s PC is left, whoever has the hall’s computer ends the wait with a reason, and the record says who was missing', async () => {
  const data = await restored(1, 2)
  const hall = await startHall({ data, manual })
  expect(hall.said.find((line) => line.includes('restored from a copy'))).toMatch(
    /waits for counter-1, counter-2\..*end-recovery/,
  )
  const unsaid = endRecovery(data)
  expect(unsaid).toMatchObject({ status: 2, stdout: '' })
  expect(unsaid.stderr).toMatch(/--reason is missing.*waits for counter-1, counter-2\..*may not come back/)
  expect(await pairWithHall('supervisor', await invited(data, 'supervisor'))).toEqual({ refused: 'pairRecovering' })

  // A kiosk gives numbers of its own meanwhile, if it has a name; a board says that it waits for the hall.
  expect(await deskOf(hall.socket)).toBe('503')

  const ended = endRecovery(data, '--reason', '화재로 PC가 모두 없어짐', '--json')
  expect(ended).toMatchObject({ status: 0, stderr: '' })
  expect(JSON.parse(ended.stdout)).toEqual({ awaited: ['counter-1', 'counter-2'], reason: '화재로 PC가 모두 없어짐' })
  expect(await health(hall.address)).toMatchObject({ status: 200, says: { ok: true } })
  expect(await deskOf(hall.socket)).toBe('open')
  expect(existsSync(join(data, 'end-recovery.json'))).toBe(false)
  const boss = await startPc(onEnd, hall.socket, 'supervisor')
  await until(boss.desk, { of: 'setup' }, (v) => v.line.state === 'online')
  expect(endRecovery(data, '--reason', '다시')).toMatchObject({ status: 2, stderr: expect.stringContaining('nobody') })
  await hall.stop()
  expect(recordIn(data).recoveries).toMatchObject([
    { by: { machine: 'hall' }, awaited: ['counter-1', 'counter-2'], reason: '화재로 PC가 모두 없어짐' },
  ])
  expect(endRecovery(data, '--reason', '다시')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Start it'),
  })
})

test('a wish of long ago, or one that says nothing, ends no wait', async () => {
  const data = await restored(1)
  const wish = join(data, 'end-recovery.json')
  const hall = await startHall({ data, manual })
  onEnd(() => hall.stop())
  for (const content of [JSON.stringify({ at: Date.now() - 60_000, reason: '지난 일' }), 'nothing', '{"at":1}']) {
    writeFileSync(wish, content)
    await expect.poll(() => existsSync(wish), { timeout: 10_000 }).toBe(false)
    expect(await health(hall.address)).toMatchObject({ status: 503, says: { ok: false } })
  }
})

test('a restored hall that waits says so, and for whom, to whoever watches it', async () => {
  const data = await restored(1, 2)
  const stopped = JSON.parse(changgu('hall', '--data', data, '--json').stdout) as { recovering: unknown }
  expect(stopped.recovering).toEqual({ awaited: ['counter-1', 'counter-2'] })
  const hall = await startHall({ data, manual })
  onEnd(() => hall.stop())
  const waits = { recovering: { awaited: ['counter-1', 'counter-2'] } }
  expect(await health(hall.address)).toMatchObject({ status: 503, says: { ok: false, ...waits } })
  const metrics = await (await fetch(`${hall.address}/metrics`)).text()
  expect(metrics).toContain('changgu_recovering 1')
  expect(metrics).toContain('changgu_machine_awaited{machine="counter-2"} 1')
  expect(JSON.parse(changgu('hall', '--data', data, '--json').stdout)).toMatchObject(waits)
  expect(changgu('hall', '--data', data).stdout).toMatch(/recovering\s+decides nothing; waits for counter-1, counter-2/)
  const out = join(newFolder(onEnd), 'support.zip')
  expect(changgu('support', '--data', data, '--out', out).status).toBe(0)
  const { 'facts.json': facts } = unzipSync(readFileSync(out))
  expect(JSON.parse(Buffer.from(facts ?? []).toString('utf8'))).toMatchObject(waits)

  expect(endRecovery(data, '--reason', '훈련').stdout).toMatch(/goes on without counter-1, counter-2;.*\n.*set aside/)
  expect(JSON.parse(changgu('hall', '--data', data, '--json').stdout)).toMatchObject({ recovering: null })
  expect(await (await fetch(`${hall.address}/metrics`)).text()).toContain('changgu_recovering 0')
})

test('[R4] a PC that a restored hall went on without comes back, and tells anew what the hall had heard and lost', async () => {
  const first = await startHall({ manual })
  const pc = await startCounter(onEnd, first.socket, 1)
  const second = newFolder(onEnd)
  expect(changgu('backup', '--data', first.data, '--to', second).status).toBe(0)
  for (const id of ['a', 'b', 'c']) {
    const receipt = { type: 'receiveCase', case: id, kind: 'QUA-01', petitioner: { name: '김영수' } } as const
    // oxlint-disable-next-line no-await-in-loop -- One after the other, as a clerk does it.
    expect(await pc.desk.submit(receipt)).toBe('done')
  }
  await until(pc.desk, { of: 'counter' }, (v) => v.line.unsent === 0)
  pc.cut()
  await first.stop()
  const [data, key] = [newFolder(onEnd), ['--key-file', join(first.data, 'hall.key')]]
  expect(changgu('restore', '--data', data, '--from', second, '--newest', ...key).status).toBe(0)
  const hall = await startHall({ data, manual, more: key })
  onEnd(() => hall.stop())
  expect(endRecovery(data, '--reason', '훈련').stdout).toContain('goes on without counter-1')

  pc.mend(hall.socket)
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  pc.close()
  await hall.stop()
  const { cases, strays } = recordIn(data, first.data)
  expect([...cases.keys()]).toEqual(['a', 'b', 'c'])
  expect(strays).toEqual([])
})
