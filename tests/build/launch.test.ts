import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from '../support/record.ts'

/** What `npm start` says once it is built. */
const start = (...args: string[]) => {
  const launcher = join(import.meta.dirname, '../../build/launch.ts')
  const all = [launcher, '--role', 'hall', '--data', newFolder(onTestFinished), ...args]
  return spawnSync(process.execPath, all, { encoding: 'utf8', timeout: 30_000 })
}

test('npm start tells a port that is taken on its address, and an address that is of another computer', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  expect(start('--port', String(port))).toMatchObject({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is taken by another program. Choose another with --port. (npm start -- --help)\n`,
  })
  expect(start('--port', '0', '--line-port', String(port)).stderr).toContain('Choose another with --line-port.')
  expect(start('--port', '0', '--host', '192.0.2.1')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('192.0.2.1 is not an address of this computer.'),
  })
})

test('a hall that was called wrongly ends npm start with its own code', () => {
  const { status, stdout, stderr } = start('--port', '0', '--log', 'bogus')
  expect([status, stdout + stderr]).toEqual([2, expect.stringContaining('--log must be file or stderr.')])
})
