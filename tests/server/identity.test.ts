import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newKeys } from '../../db/keys/pack-key.ts'
import { pairWithHall } from '../../electron/pair.ts'
import { changgu } from '../support/changgu.ts'
import { startPc, until } from '../support/core.ts'
import { startHall } from '../support/hall.ts'
import { invited, pairedDevice } from '../support/paired.ts'
import { enter } from '../support/people.ts'

/** What a hall is known by, and what a hall that is being brought back says to who would be paired. */

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

test('[T6] the hall says what it is known by, keeps the key of updates, and tells it to PCs that are paired then', async () => {
  const hall = await startHall()
  onEnd(() => hall.stop())
  const identity = (...more: string[]) => changgu('identity', '--data', hall.data, ...more)
  const marks = () => JSON.parse(identity('--json').stdout) as { [field: string]: string | null }
  expect(marks()).toMatchObject({ hallId: expect.stringMatching(/^[0-9a-z]{16}$/), updates: null })
  expect(identity().stdout).toContain('update key    none yet')
  const before = await pairedDevice(hall.data, 'counter-1')
  expect(before).not.toHaveProperty('updatePub')

  const { publicKey, privateKey, fingerprint } = newKeys()
  const file = (name: string, text: string) => {
    writeFileSync(join(hall.data, name), text)
    return join(hall.data, name)
  }
  for (const [wrong, why] of [
    [file('private.pem', privateKey), 'holds a private key'],
    [file('no.pem', 'nothing'), 'holds no public key'],
    [join(hall.data, 'missing.pem'), 'cannot be read'],
  ] as const) {
    const refused = identity('--update-key', wrong)
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining(why)])
  }
  expect(marks().updates).toBeNull()
  expect(identity('--update-key', file('updates.pub', publicKey)).status).toBe(0)
  expect(marks().updates).toBe(fingerprint)

  // The running hall has heard of it: no restart is needed.
  const pc = await startPc(onEnd, hall.socket, 'supervisor')
  const { hall: known } = await pc.desk.view({ of: 'pairing' })
  expect(known).toEqual(marks())
})

test('[T7] a hall that is being brought back pairs nobody yet, says what to do, and the invitation stays good', async () => {
  const first = await startHall()
  const pc = await startPc(onEnd, first.socket, 'counter-1')
  expect(await enter(pc.desk, 'clerk-1')).toBe('done')
  await until(pc.desk, { of: 'setup' }, (v) => v.line.unsent === 0)
  await first.stop()
  expect(changgu('restore', '--data', first.data, '--newest').status).toBe(0)
  pc.core.link.close()

  const hall = await startHall({ data: first.data })
  onEnd(() => hall.stop())
  const made = await invited(hall.data, 'counter-2')
  expect(await pairWithHall('counter-2', made)).toEqual({ refused: 'pairRecovering' })
  expect(JSON.parse(readFileSync(join(hall.data, 'invitations', 'counter-2.json'), 'utf8'))).toMatchObject({
    tries: 0,
    isUsed: false,
  })
  pc.core.link.moveTo(hall.line)
  pc.core.link.open()
  await expect.poll(() => pairWithHall('counter-2', made)).toHaveProperty('paired')
})
