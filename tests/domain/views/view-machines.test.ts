import { expect, test } from 'vitest'
import { openFloor } from '../../support/floor.ts'
import { office } from '../../support/papers.ts'

test('관리 · PC names every machine of the hall, with whether the hall hears it, for who looks after them alone', () => {
  const floor = openFloor(2, office)
  const presence = [{ machine: 'counter-2', connected: true, lastHeardAt: floor.now }]
  const view = floor.sees('supervisor', { of: 'machines' }, { presence })
  expect(view?.machines.map((m) => [m.machine, m.connected, m.lastHeardAt])).toEqual([
    ['counter-1', false, undefined],
    ['counter-2', true, floor.now],
    ['supervisor', false, undefined],
  ])
  expect(floor.sees('counter-1', { of: 'machines' }, { presence })).toBeUndefined()
})

test('a guide’s tablet stands in the list of PCs and in that of backups, and is invited and revoked as a counter is', () => {
  const floor = openFloor(1, { ...office, guides: [{ id: 'guide-1' }] })
  const device = {
    device: 'd'.repeat(16),
    key: 'key',
    fingerprint: 'a'.repeat(64),
    name: 'tablet',
    invite: 'i'.repeat(16),
  }
  const verifier = `${'A'.repeat(43)}=`
  floor.does('supervisor', { type: 'inviteMachine', machine: 'guide-1', invite: device.invite, verifier })
  floor.does('hall', { type: 'pairMachine', machine: 'guide-1', ...device })
  const presence = [{ machine: 'guide-1', connected: true, lastHeardAt: floor.now }]
  const [, guide] = floor.sees('supervisor', { of: 'machines' }, { presence })?.machines ?? []
  expect(guide).toMatchObject({ machine: 'guide-1', isGuide: true, connected: true, lastHeardAt: floor.now })
  expect(guide?.device).toMatchObject({ device: device.device, fingerprint: device.fingerprint })
  // A PC makes its first copy in the half hour after it was paired: until then none is missed.
  const young = floor.sees('supervisor', { of: 'backup' })?.machines[1]
  expect([young?.isAwaited, young?.warnings]).toEqual([true, []])
  const kept = { count: 0, failedAt: floor.now }
  const told = { presence: presence.map((p) => ({ ...p, kept })) }
  const failing = floor.sees('supervisor', { of: 'backup' }, told)?.machines[1]
  expect(failing?.warnings).toEqual(['failed'])
  floor.now += 30 * 60_000
  const backup = floor.sees('supervisor', { of: 'backup' })
  // Where no computer was ever paired nothing can be lost, and nothing is amiss.
  expect(backup?.machines.map((m) => [m.machine, m.isNew, m.warnings])).toEqual([
    ['counter-1', true, []],
    ['guide-1', false, ['notSealed', 'noEscrow']],
    ['supervisor', true, []],
  ])
  floor.does('supervisor', { type: 'revokeMachine', machine: 'guide-1', device: device.device, reason: '분실' })
  const gone = floor.sees('supervisor', { of: 'machines' })?.machines[1]
  expect([gone?.device, gone?.past[0]?.revoked.reason]).toEqual([undefined, '분실'])
})
