import { expect, test } from 'vitest'
import type { Outcome, PcCommand } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import { instantOf } from '../../domain/time.ts'
import {
  keepMissed,
  nextEpisode,
  tellMissed,
  type SearchEpisode,
} from '../../renderer/counter/search/missed-searches.ts'

function memory() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}
const monday = instantOf('2026-11-23', '10:00')
const tuesday = instantOf('2026-11-24', '10:00')

function told(outcome: () => Outcome = () => 'done') {
  const commands: unknown[] = []
  const submit = async (command: Command | PcCommand) => {
    commands.push(command)
    return outcome()
  }
  return { commands, submit }
}

test('what was missed is told by day, once, and survives a restart until then', async () => {
  const store = memory()
  keepMissed('드론', monday, store)
  keepMissed('드론', monday, store)
  keepMissed('반려동물', tuesday, store)
  const { commands, submit } = told()
  await tellMissed(submit, '2026-11-24', store)
  expect(commands).toEqual([{ type: 'tellUse', day: '2026-11-23', missed: [{ text: '드론', times: 2 }] }])
  await tellMissed(submit, undefined, store)
  await tellMissed(submit, undefined, store)
  expect(commands.slice(1)).toEqual([{ type: 'tellUse', day: '2026-11-24', missed: [{ text: '반려동물', times: 1 }] }])
})

test('what this PC did not take waits, with what was counted meanwhile', async () => {
  const store = memory()
  keepMissed('드론', monday, store)
  const lost = told(() => {
    keepMissed('드론', monday, store)
    return 'unreachable'
  })
  await tellMissed(lost.submit, undefined, store)
  const { commands, submit } = told()
  await tellMissed(submit, undefined, store)
  expect(commands).toEqual([{ type: 'tellUse', day: '2026-11-23', missed: [{ text: '드론', times: 2 }] }])
})

test('a day that is too long past or yet to come is let go, and holds up no other', async () => {
  const store = memory()
  keepMissed('드론', monday, store)
  await tellMissed(told(() => ({ refused: 'useDayOff' })).submit, undefined, store)
  const { commands, submit } = told()
  await tellMissed(submit, undefined, store)
  expect(commands).toEqual([])
})

test('a storage with something else in it counts as empty', async () => {
  for (const text of [
    'no json',
    '[]',
    '{"2026-11-23":{"드론":-1}}',
    '{"2026-11-23":{"010-1":1}}',
    '{"day":{"드론":1}}',
  ]) {
    const store = memory()
    store.setItem('changgu.missedWords', text)
    const { commands, submit } = told()
    await tellMissed(submit, undefined, store)
    expect(commands, text).toEqual([])
  }
})

/** Types one text after the other, each a second after the one before; gives what was missed. */
function typing(...steps: [text: string, found: number, wait?: number][]): string[] {
  let episode: SearchEpisode | undefined
  let now = 0
  return steps.flatMap(([text, found, wait = 1000]) => {
    now += wait
    const next = nextEpisode(episode, { text, hasFound: found > 0, now })
    episode = next.episode
    return next.missed ?? []
  })
}

test('a search is missed when it is taken back, or another begins, without a choice', () => {
  expect(typing(['드', 5], ['드론', 0], ['드', 5], ['', 0])).toEqual(['드론'])
  expect(typing(['드론', 3], ['', 0])).toEqual(['드론'])
  expect(typing(['드론', 0], ['반려', 2])).toEqual(['드론'])
  expect(typing(['드론', 0], ['드론 비행', 0])).toEqual([])
})

test('what was found and looked at for a while has been read', () => {
  expect(typing(['여권', 3], ['', 0, 5000])).toEqual([])
  expect(typing(['드론', 0], ['', 0, 5000])).toEqual(['드론'])
})
