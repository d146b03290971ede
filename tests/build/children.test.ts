import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { Children } from '../../build/children.ts'
import { fewKinds } from '../support/few-kinds.ts'
import { startHall } from '../support/hall.ts'
import { newFolder } from '../support/record.ts'

/** Starts a program in a process of its own; it is ready when it has said something. */
async function started(children: Children, ...args: string[]) {
  vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
  const said = Promise.withResolvers<string>()
  const child = children.start('part', process.execPath, args, said.resolve)
  await said.promise
  return child
}

test('a part that is told by its channel ends in its own time, also where there are no signals', async () => {
  const file = join(newFolder(onTestFinished), 'last')
  const program = `
    process.on('SIGTERM', () => process.exit(9))
    process.on('disconnect', () => setTimeout(() => (fs.writeFileSync(${JSON.stringify(file)}, ''), process.exit(0)), 300))
    console.log('ready')`
  const children = new Children({ byChannel: true })
  const child = await started(children, '-e', program)
  await children.stop()
  expect([child.exitCode, existsSync(file), children.isEmpty]).toEqual([0, true, true])
})

test('a part that does not end in its time is ended', async () => {
  const children = new Children({ byChannel: true, graceMs: 100 })
  const child = await started(
    children,
    '-e',
    `process.on('disconnect', () => {}); setInterval(() => {}, 1000); console.log('ready')`,
  )
  await children.stop()
  expect(child.signalCode).toBe('SIGKILL')
})

test('a hall ends whole by its channel, before it is open too, and when its terminal is closed', async () => {
  const main = join(import.meta.dirname, '../../server/main.ts')
  const ends = (data: string) => readFileSync(join(data, 'log/hall.log'), 'utf8').split('"the hall ends"').length - 1
  const [data, manual] = [newFolder(onTestFinished), fewKinds('QUA-01')]
  const args = [main, '--data', data, '--port', '0', '--line-port', '0', '--manual', manual]
  const open = Promise.withResolvers<void>()
  const children = new Children({ byChannel: true, graceMs: 60_000 })
  vi.spyOn(console, 'log').mockImplementation(() => {})
  onTestFinished(() => void vi.restoreAllMocks())
  const child = children.start('hall', process.execPath, args, (line) => {
    if (line.startsWith('hall listening')) open.resolve()
  })
  await open.promise
  // A console tells all its processes of an interruption, and then the channel ends: it is one end.
  child.kill('SIGINT')
  await children.stop()
  expect([child.exitCode, ends(data)]).toEqual([0, 1])

  const hall = await startHall({ data, manual })
  await hall.stop('SIGHUP')
  expect(ends(data)).toBe(2)

  const early = children.start('hall', process.execPath, args)
  await children.stop()
  expect(early.signalCode).toBeNull()
})
