import { expect, test, vi } from 'vitest'
import { copyLeaver } from '../../electron/copy-leaver.ts'

const hour = 3_600_000

/** A PC that has a newer copy at each hour. */
function pc() {
  const state = { hours: 0 }
  const sent: string[] = []
  const send = vi.fn<(path: string) => Promise<boolean>>((path) => Promise.resolve(sent.push(path) > 0))
  const newest = vi.fn<() => { path: string; at: number }>(() => ({ path: `copy ${state.hours}`, at: state.hours + 1 }))
  const leave = copyLeaver({ send, newest, now: () => state.hours * hour })
  return { state, sent, send, newest, leave }
}

test('a copy goes to the hall some hours after the one before, and the last one whenever it was made', async () => {
  const { state, sent, leave } = pc()
  await leave()
  state.hours = 1
  await leave()
  expect(sent).toEqual(['copy 0'])
  await leave(true)
  state.hours = 5
  await leave()
  expect(sent).toEqual(['copy 0', 'copy 1', 'copy 5'])
})

test('a clock that is put back keeps no copy from the hall', async () => {
  const { state, sent, leave } = pc()
  state.hours = 30
  await leave()
  state.hours = 6
  await leave()
  state.hours = 7
  await leave()
  state.hours = 10
  await leave()
  expect(sent).toEqual(['copy 30', 'copy 6', 'copy 10'])
})

test('copies that cannot be read, and a hall that cannot be reached, are told and tried again', async () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { sent, send, newest, leave } = pc()
  newest.mockImplementationOnce(() => {
    throw Object.assign(new Error('no folder'), { code: 'ENOTDIR' })
  })
  await leave()
  send.mockRejectedValueOnce(new Error('the line broke'))
  await leave()
  expect(sent).toEqual([])
  expect(said).toHaveBeenCalledTimes(2)
  await leave()
  expect(sent).toEqual(['copy 0'])
})

test('at the end a copy that is on its way is waited for, then a newer one goes', async () => {
  const { state, sent, send, leave } = pc()
  const way = Promise.withResolvers<void>()
  send.mockImplementationOnce(async (path) => {
    await way.promise
    return sent.push(path) > 0
  })
  void leave()
  let hasEnded = false
  const last = leave(true).then(() => (hasEnded = true))
  await leave()
  expect({ hasEnded, sent }).toEqual({ hasEnded: false, sent: [] })
  state.hours = 1
  way.resolve()
  await last
  expect(sent).toEqual(['copy 0', 'copy 1'])
})
