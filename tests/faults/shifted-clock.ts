import { readFileSync } from 'node:fs'

// Loaded by `--import` before a program of ours: its clock goes by as many milliseconds as stand in the file that
// CHANGGU_TEST_CLOCK names. SIGUSR2 has it read again, as when somebody sets the clock of a running machine.
const file = process.env['CHANGGU_TEST_CLOCK'] ?? ''
const read = (): number => Number(readFileSync(file, 'utf8'))
let shift = read()
process.on('SIGUSR2', () => (shift = read()))

const RealDate = Date
const now = RealDate.now.bind(RealDate)

/** `new Date()` without a moment is now, and now is another time here. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[]): object =>
    Reflect.construct(target, given.length === 0 ? [now() + shift] : given) as object,
  get: (target, name, receiver) => (name === 'now' ? () => now() + shift : Reflect.get(target, name, receiver)),
})
