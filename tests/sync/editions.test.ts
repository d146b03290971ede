import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EditionMark } from '../../domain/state.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import { longestEdition, longestPart, partFrom, partLength } from '../../sync/edition-part.ts'
import type { FromHall } from '../../sync/protocol.ts'
import { World, type Machine } from '../simulation/world.ts'

let world: World
let counter: Machine
beforeEach(() => {
  world = new World(1)
  const [first] = world.machines
  if (!first) throw new Error('no counter')
  counter = first
  counter.connect()
  exchange()
})
afterEach(() => world.close())

/** All that is under way arrives, once each way. */
function exchange(): void {
  counter.carryUp(Infinity)
  world.turn()
  counter.carryDown(Infinity)
}

/** The hall publishes an edition that travels in two parts. */
function publish(change: Partial<EditionMark> = {}): EditionMark {
  const { hall } = world.hall.record
  const edition = (hall.edition?.edition ?? 0) + 1
  const mark = { edition, effectiveDate: change.effectiveDate ?? dayOf(world.now()) }
  if (edition === 1) void world.hall.submit('hall', { type: 'setEditionKey', key: world.signer.publicKey }, world.now())
  const said = { ...mark, ...world.keep(mark), ...change }
  void world.hall.submit('hall', { type: 'publishEdition', ...said }, world.now())
  world.turn()
  if (!hall.edition) throw new Error('nothing was published')
  return hall.edition
}

const has = ({ hash }: EditionMark): boolean => counter.editions.has(hash)
const onWay = () => counter.end.line().editions ?? []
const asked = () => counter.up.flatMap((m) => (m.say === 'fetch' ? [m.from] : []))

/** Changes the part that comes next on the line. */
function spoil(change: Partial<FromHall & { say: 'editionPart' }>): void {
  const at = counter.down.findIndex((m) => m.say === 'editionPart')
  const part = counter.down[at]
  if (part?.say !== 'editionPart') throw new Error('no part is under way')
  counter.down[at] = { ...part, ...change }
}

describe('[V3] an edition travels in parts', () => {
  test('and counts when it is whole and what its hash says', () => {
    const mark = publish()
    counter.carryDown(Infinity)
    expect(asked()).toEqual([0])
    exchange()
    expect([has(mark), onWay()]).toMatchObject([false, [{ edition: 1, got: partLength }]])
    exchange()
    expect([has(mark), onWay()]).toEqual([true, []])
    expect(counter.editions.get(mark.hash)?.content).toBe(world.hallEditions.get(mark.hash)?.content)
  })

  test('of which none cuts a sign in two', () => {
    const content = `${'가'.repeat(partLength - 1)}😀나`
    const first = partFrom(content, 0)
    expect([first.length, partFrom(content, first.length)]).toEqual([partLength - 1, '😀나'])
  })

  test('and goes on where the line broke, also after the counter has started again', () => {
    const mark = publish()
    counter.carryDown(Infinity)
    exchange()
    counter.restart(false)
    expect(onWay()).toMatchObject([{ edition: 1, got: partLength }])
    counter.connect()
    exchange()
    expect(asked()).toEqual([partLength])
    exchange()
    expect(has(mark)).toBe(true)
  })

  test('that come twice count once', () => {
    const mark = publish()
    counter.carryDown(Infinity)
    counter.carryUp(Infinity)
    counter.double()
    counter.carryDown(Infinity)
    expect(asked()).toEqual([partLength])
    exchange()
    expect(has(mark)).toBe(true)
  })

  test('before its day when it is still to come', () => {
    const first = publish()
    const second = publish({ effectiveDate: addDays(dayOf(world.now()), 7) })
    world.settle()
    expect([has(first), has(second)]).toEqual([true, true])
  })
})

describe('[V3] a machine says which editions it has whole', () => {
  const told = () => world.hall.presence().find((p) => p.machine === counter.id)
  test('only once it is whole, and the others hear of it', () => {
    const mark = publish()
    exchange()
    exchange()
    expect([has(mark), told()?.editions]).toEqual([false, []])
    world.settle()
    expect([has(mark), told()?.editions]).toEqual([true, [mark.hash]])
    expect(counter.end.presence().find((p) => p.machine === counter.id)?.editions).toEqual([mark.hash])
  })

  test('which stays known while it is away, and is said anew on its return', () => {
    const mark = publish()
    world.settle()
    counter.drop(false)
    world.turn()
    expect(told()).toMatchObject({ connected: false, editions: [mark.hash] })
    const second = publish()
    expect(told()?.editions).not.toContain(second.hash)
    counter.connect()
    world.settle()
    expect(told()).toMatchObject({ connected: true, editions: [second.hash] })
  })

  test('and says no edition that the key of the hall has not signed', () => {
    const first = publish()
    publish({ signature: first.signature })
    world.settle()
    expect(told()?.editions).toEqual([])
  })
})

describe('[V3] what is wrong is thrown away, asked for anew, and told', () => {
  test.each<[string, Partial<FromHall & { say: 'editionPart' }>, string]>([
    ['a content that is not what its hash says', { content: '판'.repeat(partLength) }, 'hashDiffers'],
    ['a part that lies beyond what was asked for', { from: 7 }, 'partWrong'],
    ['a part that says nothing', { content: '' }, 'partWrong'],
    ['a part longer than the whole', { total: 3 }, 'partWrong'],
  ])('%s', (_, change, wrong) => {
    const mark = publish()
    counter.carryDown(Infinity)
    counter.carryUp(Infinity)
    spoil(change)
    counter.carryDown(Infinity)
    for (let i = 0; i < 3 && onWay()[0]?.wrong === undefined; i++) exchange()
    expect([has(mark), onWay()]).toMatchObject([false, [{ edition: 1, got: 0, wrong }]])
    expect(asked()).toEqual([0])
    for (let i = 0; i < 2; i++) exchange()
    expect([has(mark), onWay()]).toEqual([true, []])
  })

  test('but not for ever: after three times on a line the next line is waited for', () => {
    const mark = publish()
    counter.carryDown(Infinity)
    for (let i = 0; i < 3; i++) {
      counter.carryUp(Infinity)
      spoil({ content: '' })
      counter.carryDown(Infinity)
    }
    expect(asked()).toEqual([])
    expect(onWay()).toMatchObject([{ wrong: 'partWrong' }])
    counter.drop(false)
    counter.connect()
    for (let i = 0; i < 4; i++) exchange()
    expect([has(mark), onWay()]).toEqual([true, []])
  })

  test('a length beyond all reason is not begun', () => {
    publish()
    counter.carryDown(Infinity)
    counter.carryUp(Infinity)
    spoil({ total: longestEdition + 1 })
    counter.carryDown(Infinity)
    expect([asked(), onWay()]).toMatchObject([[], [{ wrong: 'tooLong', got: 0 }]])
  })

  test('an edition that the hall has lost', () => {
    const named = { edition: 1, effectiveDate: dayOf(world.now()), hash: 'lost' }
    publish({ ...named, signature: world.signer.sign(named) })
    counter.carryDown(Infinity)
    exchange()
    expect([asked(), onWay()]).toMatchObject([[], [{ edition: 1, wrong: 'notAtHall' }]])
  })

  test('an edition that the key of the hall has not signed is not even fetched', () => {
    const first = publish()
    const forged = publish({ effectiveDate: dayOf(world.now()), signature: first.signature })
    world.settle()
    expect([has(first), has(forged)]).toEqual([true, false])
    expect(onWay()).toMatchObject([{ edition: 2, wrong: 'signatureWrong' }])
  })
})

test('[V3] a machine that has no content at all asks for a long part, and for parts as ever once it has one', () => {
  const lengths = () => counter.up.flatMap((m) => (m.say === 'fetch' ? [m.length] : []))
  counter.firstParts = longestPart
  counter.restart(false)
  counter.connect()
  exchange()
  const first = publish()
  counter.carryDown(Infinity)
  expect(lengths()).toEqual([longestPart])
  exchange()
  expect([has(first), onWay()]).toEqual([true, []])
  const second = publish()
  counter.carryDown(Infinity)
  expect(lengths()).toEqual([undefined])
  world.settle()
  expect(has(second)).toBe(true)
})
