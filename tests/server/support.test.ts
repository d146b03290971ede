import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, onTestFinished, test } from 'vitest'
import { searchForText } from '../../db/canary.ts'
import { endDiagnostics, keepDiagnostics } from '../../db/diagnostics.ts'
import { changgu } from '../support/changgu.ts'
import { newFolder, openKiosk, startCounter, until, type TestPc } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { changguOnFullDisk } from '../support/full-disk.ts'
import { startHall } from '../support/hall.ts'
import { pairedDevice, rawLine } from '../support/paired.ts'
import { testPassword } from '../support/people.ts'
import { hallKeyIn } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))
const canaries = ['카나리아홍서연', '비고카나리아칠에프', '010-7777-4242', testPassword]

async function work(pc: TestPc, n: number): Promise<void> {
  const on = { case: `case-${n}` }
  const petitioner = { name: canaries[0] ?? '', contact: canaries[2] ?? '' }
  expect(await pc.desk.submit({ ...on, type: 'receiveCase', kind: 'QUA-01', petitioner })).toBe('done')
  expect(await pc.desk.submit({ ...on, type: 'addNote', text: canaries[1] ?? '' })).toBe('done')
}

test('a day leaves no text of a person in the diagnostics of hall and PC, nor in a support bundle', async () => {
  const hall = await startHall({ manual: fewKinds('QUA-01') })
  onEnd(() => hall.stop())
  const pcs = newFolder(onEnd)
  keepDiagnostics({ data: pcs, name: 'counter-1' })
  onTestFinished(endDiagnostics)
  const pc = await startCounter(onEnd, hall.socket, 1)
  const { desk } = await openKiosk(onEnd, hall.socket)
  await desk.submit({ type: 'issueTicket', touch: 'touch-1', class: 'ordinary' })
  expect(await pc.desk.submit({ type: 'callNext', visit: 'visit-1' })).toBe('done')
  await work(pc, 1)
  pc.cut()
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'offline')
  await work(pc, 2)
  pc.mend(hall.socket)
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'online' && v.line.unsent === 0)
  // What cannot be read is told of, without what it says.
  const line = await rawLine(await pairedDevice(hall.data, 'counter-2'))
  line.send(`{"say":"hello","machine":"${canaries[0]}"`)
  await expect.poll(() => line.readyState).toBe(line.CLOSED)
  await fetch(`${hall.address}/guide/search?q=${encodeURIComponent(canaries[1] ?? '')}`)

  const out = join(newFolder(onEnd), 'support.zip')
  const made = changgu('support', '--data', hall.data, '--out', out, '--json')
  expect(made).toMatchObject({ status: 0 })
  const { files } = JSON.parse(made.stdout) as { files: string[] }
  expect(files).toEqual(['about.txt', 'facts.json', 'verify.json', 'health.json', 'metrics.txt', 'log/hall.log'])
  const bundle = newFolder(onEnd)
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(out))))
    writeFileSync(join(bundle, name.replace('/', '-')), bytes)
  const diary = readFileSync(join(bundle, 'log-hall.log'), 'utf8')
  expect(diary).toContain('"machine":"counter-1","msg":"a line opened"')
  expect(readFileSync(join(pcs, 'log/counter-1.log'), 'utf8')).toContain('the line is open')
  const key = readFileSync(join(hall.data, 'hall.key'), 'utf8').trim()
  const paper = changgu('recovery-key', '--new', '--data', hall.data).stdout.split('\n')
  expect(paper[0]).toContain('RECOVERY KEY')
  const secrets = [key, ...paper.filter((said) => /^ {2}\S/.test(said)).map((said) => said.trim()), hall.code]
  for (const text of [...canaries, ...secrets.filter((secret) => secret !== '')])
    for (const place of [bundle, join(hall.data, 'log'), pcs]) expect(searchForText(text, [place]).found).toEqual([])
  const metrics = readFileSync(join(bundle, 'metrics.txt'), 'utf8')
  expect(metrics).toContain('changgu_entries ')
  expect(JSON.parse(readFileSync(join(bundle, 'health.json'), 'utf8'))).toMatchObject({ ok: true })
})

test('a bundle is made without the key too, and says that nobody has looked into the database', () => {
  const data = newFolder(onEnd)
  writeFileSync(join(data, 'counter-1.db'), 'closed'.repeat(1000))
  const out = join(newFolder(onEnd), 'support.zip')
  const made = changgu('support', '--data', data, '--out', out)
  expect(made.status).toBe(0)
  expect(made.stderr).toContain('its key is kept by the operating system of that PC')
  expect(made.stdout).toContain('(없음 · not there) verify.json')
  const facts = JSON.parse(new TextDecoder().decode(unzipSync(readFileSync(out))['facts.json'])) as unknown
  expect(facts).toMatchObject({ machine: 'counter-1', versions: { database: 'closed' } })
})

test('a bundle of a hall that does not run says what is missing, and no file is overwritten', () => {
  const folder = newFolder(onEnd)
  const out = join(folder, 'support.zip')
  const data = newFolder(onEnd)
  hallKeyIn(data)
  writeFileSync(join(data, 'hall.db'), '')
  const made = changgu('support', '--data', data, '--out', out)
  expect(made.status).toBe(0)
  expect(made.stdout).toContain('(없음 · not there) health.json')
  const before = readFileSync(out)
  expect(changgu('support', '--data', data, '--out', out)).toMatchObject({ status: 2 })
  expect(readFileSync(out)).toEqual(before)
  expect(changgu('support', '--data', data)).toMatchObject({ status: 2 })
})

test.skipIf(process.platform === 'win32')(
  'a bundle that the disk does not take whole is said to be none, and leaves no file',
  () => {
    const [folder, data] = [newFolder(onEnd), newFolder(onEnd)]
    hallKeyIn(data)
    writeFileSync(join(data, 'hall.db'), '')
    const made = changguOnFullDisk(1, 'support', '--data', data, '--out', join(folder, 'support.zip'))
    expect(made).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('support.zip cannot be written'),
    })
    expect(readdirSync(folder)).toEqual([])
  },
)
