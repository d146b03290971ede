import { expect, onTestFinished, test } from 'vitest'
import { openCore } from '../../electron/desk-core.ts'
import { newFolder } from '../support/core.ts'
import { testKey } from '../support/record.ts'

test('who watches what is not for him hears so at once, and once', async () => {
  const dataFolder = newFolder((clean) => onTestFinished(() => void clean()))
  const core = openCore({ machine: 'supervisor', dataFolder, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  const told: unknown[] = []
  core.desk.watch({ of: 'roster' }, (view) => told.push(view))
  expect(told).toEqual([undefined])
  core.end.online({ send() {} }, Date.now())
  await new Promise(setImmediate)
  expect(told).toEqual([undefined])
  core.close()
})
