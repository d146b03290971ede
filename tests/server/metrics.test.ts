import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import { metricsReaders, serveMetrics } from '../../server/metrics-door.ts'
import { hallMetrics } from '../../server/metrics.ts'
import { openKiosk, startCounter, until } from '../support/core.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

/** The measurements by their names with labels. */
async function measured(address: string): Promise<{ [name: string]: number }> {
  const response = await fetch(`${address}/metrics`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('a hall tells Prometheus of its machines, its commits, its queue, its record and its copies', async () => {
  const hall = await startHall()
  onEnd(() => hall.stop())
  const pc = await startCounter(onEnd, hall.socket, 1)
  const { desk } = await openKiosk(onEnd, hall.socket)
  await desk.submit({ type: 'issueTicket', touch: 'touch-1', class: 'ordinary' })
  const before = await measured(hall.address)
  expect(before).toMatchObject({
    changgu_sound: 1,
    changgu_machines_connected: 1,
    'changgu_machine_connected{machine="counter-1"}': 1,
    'changgu_machine_unsent_entries{machine="counter-1"}': 0,
    'changgu_queue_length{class="ordinary"}': 1,
    'changgu_queue_length{class="priority"}': 0,
    changgu_held_entries: 0,
    changgu_copies: 0,
  })
  expect(before['changgu_commit_seconds_count']).toBeGreaterThan(1)
  expect(before['changgu_record_bytes{file="database"}']).toBeGreaterThan(0)
  expect(before['process_resident_memory_bytes']).toBeGreaterThan(0)
  expect(before['changgu_queue_oldest_seconds{class="ordinary"}']).toBeGreaterThanOrEqual(0)
  expect(await pc.desk.submit({ type: 'callNext', visit: 'visit-1' })).toBe('done')
  pc.cut()
  await until(pc.desk, { of: 'counter' }, (v) => v.line.state === 'offline')
  await expect
    .poll(() => measured(hall.address))
    .toMatchObject({
      'changgu_queue_length{class="ordinary"}': 0,
      'changgu_queue_oldest_seconds{class="ordinary"}': 0,
      'changgu_machine_connected{machine="counter-1"}': 0,
    })
})

test('a closed case is not measured as open', async () => {
  const hall = await startHall({ manual: fewKinds('TRN-21') })
  onEnd(() => hall.stop())
  const { desk } = await startCounter(onEnd, hall.socket, 1)
  for (const id of ['open', 'closed']) {
    const receive: Command = {
      type: 'receiveCase',
      case: id,
      kind: 'TRN-21',
      petitioner: { name: '김영수' },
      guidance: ['documents', 'criteria', 'time', 'siteVisit'],
      signed: true,
    }
    expect(await desk.submit(receive)).toBe('done')
  }
  await expect.poll(() => measured(hall.address)).toMatchObject({ changgu_open_cases: 2 })
  expect(await desk.submit({ type: 'withdrawCase', case: 'closed' })).toBe('done')
  await expect.poll(() => measured(hall.address)).toMatchObject({ changgu_open_cases: 1 })
})

test('the measurements are for the hall’s own computer and for those that it names', async () => {
  let from = ''
  const server = createServer((request, response) => {
    Object.defineProperty(request.socket, 'remoteAddress', { value: from, configurable: true })
    void answer(request, response)
  })
  const answer = serveMetrics(hallMetrics(), metricsReaders('10.1.0.5,10.2.0.0/24,fd00::/8') ?? fail())
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  onEnd(() => server.close())
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const statusFor = async (source: string, method = 'GET') => {
    from = source
    return (await fetch(address, { method })).status
  }
  expect(await statusFor('127.0.0.1')).toBe(200)
  expect(await statusFor('::ffff:127.0.0.1')).toBe(200)
  expect(await statusFor('10.1.0.5')).toBe(200)
  expect(await statusFor('::ffff:10.2.0.77')).toBe(200)
  expect(await statusFor('fd00::1')).toBe(200)
  expect(await statusFor('10.1.0.6')).toBe(404)
  expect(await statusFor('fe80::1')).toBe(404)
  expect(await statusFor('10.1.0.6', 'POST')).toBe(404)
  expect(await statusFor('127.0.0.1', 'POST')).toBe(405)
})

test('readers that are no addresses are refused', () => {
  for (const wrong of ['monitor', '10.0.0.0/33', '10.0.0.0/x', 'fd00::/129'])
    expect(metricsReaders(wrong)).toBeUndefined()
})

function fail(): never {
  throw new Error('no readers')
}
