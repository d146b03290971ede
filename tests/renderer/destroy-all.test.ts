import { expect, test } from 'vitest'
import { destroyAll } from '../../renderer/supervisor/destroy-all.ts'

/** A destruction of more cases than one entry names. */

const approved = { year: 2024, kinds: ['SIM-01', 'SIM-02'], reason: '의결 제3호', of: 2500, done: 0 }

/** A hall that is asked piece by piece; `during` happens before it answers the piece with that number. */
function hall(during: (piece: number) => boolean | void = () => true) {
  const asked: unknown[] = []
  const told: number[] = []
  let isStopped = false
  const beside = { told: (done: number) => void told.push(done), isStopped: () => isStopped }
  const run = (command: unknown) => {
    asked.push(command)
    return Promise.resolve(during(asked.length) ?? true)
  }
  return { asked, told, stop: () => void (isStopped = true), go: (from = approved) => destroyAll(run, from, beside) }
}

test('all is asked for in pieces, each told of, and nothing beyond', async () => {
  const { go, asked, told } = hall()
  expect([await go(), told]).toEqual(['done', [1000, 2000, 2500]])
  const { of: _, done: __, ...said } = approved
  expect(asked).toEqual(Array.from({ length: 3 }, () => ({ type: 'destroyCases', ...said })))
})

test('who stops it while a piece is on its way has that piece destroyed, and no further one asked for', async () => {
  const { go, asked, told, stop } = hall((piece) => (piece === 2 ? stop() : true))
  expect([await go(), asked.length, told]).toEqual(['stopped', 2, [1000, 2000]])
})

test('stopped during the last piece it is done', async () => {
  const { go, told, stop } = hall((piece) => (piece === 3 ? stop() : true))
  expect([await go(), told.at(-1)]).toEqual(['done', 2500])
})

test('a refusal ends it, and it goes on from there', async () => {
  const first = hall((piece) => piece < 2)
  expect([await first.go(), first.told]).toEqual(['refused', [1000]])
  const second = hall()
  expect([await second.go({ ...approved, done: 1000 }), second.asked.length]).toEqual(['done', 2])
})
