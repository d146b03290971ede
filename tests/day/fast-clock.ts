import { readFileSync } from 'node:fs'

// Loaded by `--import` before a program of ours: its clock begins at another time and, once it is told to, goes faster.
// CHANGGU_DAY_CLOCK names the file with three numbers: from which moment on (real), at which moment (its own), how fast.
// SIGUSR2 has it read again.
const file = process.env['CHANGGU_DAY_CLOCK'] ?? ''
const read = (): number[] => readFileSync(file, 'utf8').split(' ').map(Number)
let [from = 0, begin = 0, rate = 1] = read()
process.on('SIGUSR2', () => ([from = 0, begin = 0, rate = 1] = read()))

const RealDate = Date
const real = RealDate.now.bind(RealDate)
const now = (): number => Math.floor(begin + (real() - from) * rate)

/** `new Date()` without a moment is now, and now is another time here. */
globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[]): object =>
    Reflect.construct(target, given.length === 0 ? [now()] : given) as object,
  get: (target, name, receiver) => (name === 'now' ? now : Reflect.get(target, name, receiver)),
})
