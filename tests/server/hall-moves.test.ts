import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { endDiagnostics, keepDiagnostics } from '../../db/diagnostics.ts'
import { openCore, type Core } from '../../electron/desk-core.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, startPc, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import { testKey } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const manual = fewKinds('QUA-01')

/** A PC that is started as on any morning, where it is told so with an address of the hall. */
function started(folder: string, hall?: string): { core: Core; end(): void } {
  const core = openCore({ machine: 'counter-1', dataFolder: folder, key: testKey, hall })
  if ('wrong' in core) throw new Error(core.wrong)
  let isOn = true
  const end = () => {
    if (isOn) core.close()
    isOn = false
  }
  onEnd(end)
  core.link.open()
  return { core, end }
}

const onLine = (core: Core) => until(core.desk, { of: 'setup' }, (v) => v.line.state === 'online')

/** A hall that was started again on another port, as one on another computer is at another address, and a PC of it that is off. */
async function moved() {
  const before = await startHall({ manual })
  const pc = await startPc(onEnd, before.socket, 'counter-1')
  pc.close()
  await before.stop()
  const hall = await startHall({ data: before.data, manual })
  onEnd(() => hall.stop())
  expect(hall.line).not.toBe(before.line)
  return { hall, folder: pc.folder, former: before.line }
}

test('a PC that was told once where its hall has moved to finds it there without being told again', async () => {
  const { hall, folder } = await moved()
  const told = started(folder, hall.line)
  await onLine(told.core)
  told.end()
  const { core: again } = started(folder)
  await onLine(again)
  expect((await again.desk.view({ of: 'pairing' })).address).toBe(hall.line)
})

test('a PC that does not reach its hall says so in its diagnostics, with the reason and where', async () => {
  const { folder, former } = await moved()
  const log = newFolder(onEnd)
  keepDiagnostics({ data: log, name: 'counter-1' })
  onTestFinished(endDiagnostics)
  started(folder)
  const lines = () =>
    readFileSync(join(log, 'log/counter-1.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('the hall is not reached'))
  await expect.poll(() => lines().length, { timeout: 10_000 }).toBe(1)
  expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ level: 'warn', why: 'ECONNREFUSED', address: former })
})

test('the hall says which PC it does not let in and from where, at its start which ones left hall.yaml; no bundle has an address', async () => {
  const first = await startHall({ manual })
  const paired = await pairedDevice(first.data, 'counter-2')
  await pairedDevice(first.data, 'counter-2')
  const left = await pairedDevice(first.data, 'counter-3')
  await first.stop()
  const smaller = fewKinds('QUA-01')
  const yaml = readFileSync(join(smaller, 'hall.yaml'), 'utf8')
  writeFileSync(join(smaller, 'hall.yaml'), yaml.replace(/^.*id: counter-3, .*\n/m, ''))
  const complaints: string[] = []
  const hall = await startHall({ data: first.data, manual: smaller, complaints })
  onEnd(() => hall.stop())
  await expect
    .poll(() => complaints.join(''))
    .toContain('counter-3: this PC is paired, but stands in hall.yaml no more')
  for (const device of [paired, left]) await expect(rawLine(device, hall.line)).rejects.toThrow('401')
  const lines = () =>
    readFileSync(join(hall.data, 'log/hall.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('a device was not let in'))
      .map((line) => JSON.parse(line) as unknown)
  const address = expect.stringContaining('127.0.0.1') as unknown
  expect(lines()).toEqual([
    expect.objectContaining({ why: 'revoked', machine: 'counter-2', address }),
    expect.objectContaining({ why: 'revoked', machine: 'counter-3', address }),
  ])
  const out = join(newFolder(onEnd), 'support.zip')
  expect(changgu('support', '--data', hall.data, '--out', out).status).toBe(0)
  const { 'log/hall.log': log } = unzipSync(readFileSync(out))
  const packed = Buffer.from(log ?? []).toString('utf8')
  expect(packed).toContain('"machine":"counter-3","msg":"a device was not let in"')
  expect(packed).not.toContain('127.0.0.1')
})
