import { beforeEach, expect, test } from 'vitest'
import type { Command } from '../../domain/hall.ts'
import type { PrintFault } from '../../domain/queue/kiosk.ts'
import { printSlips } from '../../server/print-slips.ts'
import type { Turns } from '../../server/turns.ts'
import { openFloor, type Floor } from '../support/floor.ts'
import { decoded } from '../support/printer-sink.ts'

/** Which slips the hall's server prints, and what it tells of each. */

let floor: Floor
let listeners: (() => void)[]
let asked: number[]
let slips: string[]
let isRecovering: boolean
let results: ((why: PrintFault | undefined) => void)[]

const press = (touch: string, kiosk = 'kiosk-1') => {
  floor.does('kiosk', { type: 'issueTicket', touch, class: 'ordinary', kiosk })
  change()
}
const change = () => {
  for (const listener of listeners) listener()
}
/** What waits for a disk that is slow. */
let onDisk: (() => void)[] | undefined
/** As much of a hall in turns as the printing needs. */
const hall = () =>
  ({
    end: {
      record: { hall: floor.hall },
      submit(machine: string, command: Command) {
        if (isRecovering) return Promise.resolve('unreachable')
        floor.does(machine, command)
        change()
        return Promise.resolve('done')
      },
    },
    watch(listener: () => void) {
      listeners.push(listener)
      return () => void listeners.splice(listeners.indexOf(listener), 1)
    },
    attempt: (act: () => void) => act(),
    onceSafe: (act: () => void) => (onDisk ? void onDisk.push(act) : act()),
  }) as unknown as Turns
const start = () =>
  printSlips(
    hall(),
    ({ port }, bytes) => {
      asked.push(port)
      slips.push(decoded(Buffer.from(bytes)).text)
      return new Promise((settle) => results.push(settle))
    },
    () => floor.now,
  )
const printOf = (touch: string) => [...floor.hall.tickets.values()].find((t) => t.touch === touch)?.print
/** Lets what has been answered go on. */
const settle = () => new Promise((done) => setImmediate(done))

const printer = (port: number) => ({ printer: { host: 'printer', port } })
const kiosks = [
  { id: 'kiosk-1', ...printer(1) },
  { id: 'kiosk-2', ...printer(2) },
]

beforeEach(() => {
  floor = openFloor(1, { kiosks })
  ;[listeners, asked, results, slips] = [[], [], [], []]
  isRecovering = false
  onDisk = undefined
})

test('a slip is printed once, however often the hall changes, and its end is told', async () => {
  start()
  press('a')
  change()
  change()
  await settle()
  expect(asked).toEqual([1])
  results[0]?.(undefined)
  await settle()
  expect(printOf('a')?.state).toBe('printed')
})

test('one printer prints one slip after the other; another one does not wait for it', async () => {
  start()
  press('a')
  press('b')
  press('c', 'kiosk-2')
  await settle()
  expect(asked).toEqual([1, 2])
  results[0]?.('paperOut')
  await settle()
  expect(asked).toEqual([1, 2, 1])
  expect(printOf('a')).toMatchObject({ state: 'failed', why: 'paperOut' })
})

test('what is asked for while the disk takes earlier slips is not printed with them', async () => {
  start()
  onDisk = []
  press('a')
  press('b', 'kiosk-2')
  const [first, ...later] = onDisk
  first?.()
  await settle()
  expect(asked).toEqual([1])
  for (const one of later) one()
  await settle()
  expect(asked).toEqual([1, 2])
})

test('what was asked for before the server started is not printed by itself, but told and asked for again', async () => {
  press('a')
  start()
  expect(printOf('a')).toMatchObject({ state: 'failed', why: 'brokenOff' })
  floor.does('kiosk', { type: 'printTicket', touch: 'a', kiosk: 'kiosk-1' })
  change()
  await settle()
  expect(asked).toEqual([1])
})

test('a server that is closed tells nothing more', async () => {
  const printing = start()
  press('a')
  await settle()
  printing.close()
  results[0]?.(undefined)
  await settle()
  expect(printOf('a')?.state).toBe('queued')
})

test('what a hall that waits for its machines did not hear is told again, so that the slip can be asked for anew', async () => {
  press('a')
  isRecovering = true
  start()
  await settle()
  expect(printOf('a')?.state).toBe('queued')
  change()
  await settle()
  isRecovering = false
  change()
  expect(printOf('a')).toMatchObject({ state: 'failed', why: 'brokenOff' })
})

test('a slip that is printed later says who is ahead now, and no longer what was estimated at its issue', async () => {
  start()
  press('a')
  await settle()
  expect(slips[0]).toContain('바로 다음입니다 / 곧 부릅니다')
  expect(slips[0]).toContain('You are next / called soon')
  results[0]?.('paperOut')
  await settle()
  floor.at('09:25').does('kiosk', { type: 'printTicket', touch: 'a', kiosk: 'kiosk-1' })
  change()
  await settle()
  expect(slips[1]).toContain('바로 다음입니다')
  expect(slips[1]).not.toMatch(/곧 부릅니다|예상|called soon|about/)
  expect(slips[1]).toContain('09:00 발급')
})

test('a slip that waited behind another that hung no longer says what was estimated at its issue', async () => {
  floor = openFloor(2, { kiosks })
  start()
  press('a')
  press('b')
  await settle()
  floor.at('09:25')
  results[0]?.('noAnswer')
  await settle()
  expect(slips[1]).not.toMatch(/곧 부릅니다|예상|called soon|about/)
  expect(slips[1]).toContain('09:00 발급')
})
