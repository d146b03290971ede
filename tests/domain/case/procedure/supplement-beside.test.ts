import { beforeEach, describe, expect, test } from 'vitest'
import { supplementRequest } from '../../../../domain/paper/paper-supplement.ts'
import { drawn } from '../../../support/petition-kinds.ts'
import { arrives, asksFor, asksMore, moment, openPetition, type Act, type Petition } from '../../../support/petition.ts'

/** 보완: what is found only while papers are awaited (시행규칙 제9조 제1항), and what came of the first demand in part (시행령 제25조). */

let petition: Petition
beforeEach(() => {
  petition = openPetition('2026-03-10 14:00')
  petition.receives(drawn)
  petition.does(asksFor(10))
})

const findsMore = (days: number, more = {}): Act => asksFor(days, { items: ['d3'], late: 'siteCheck', ...more })
const sendsBack: Extract<Act, { type: 'returnCase' }> = {
  type: 'returnCase',
  reasons: '배치도를 내지 않음',
  provisions: [],
  told: 'letter',
}
const came = (document: string): Act => ({ type: 'markDocument', document, mark: 'received' })
const actOf = (type: Act['type']) => petition.view.procedure.acts.find((a) => a.type === type)

describe('what is found while a supplement runs', () => {
  test('is demanded at once, as a first demand with a period of its own length', () => {
    petition.on('2026-03-12 10:00')
    expect(actOf('demandSupplement')).toEqual({ type: 'demandSupplement' })
    expect(petition.does(findsMore(20))).toMatchObject([{ round: 1, until: '2026-04-01' }])
    expect(petition.of().demands).toMatchObject([{ items: ['d1'] }, { items: ['d3'] }])
    const { supplement, missing } = petition.view.procedure
    expect([supplement?.items, missing]).toEqual([
      ['신청서', '배치도'],
      ['신청서', '배치도'],
    ])
    expect(petition.of().stops).toHaveLength(1)
  })

  test('is demanded for more than ten days also when the first period is over', () => {
    petition.on('2026-03-23 10:00')
    expect(petition.does(findsMore(20))).toMatchObject([{ round: 1 }])
  })

  test('is said on its paper with its own day, and shortens no day that was told before', () => {
    petition.on('2026-03-12 10:00').does(findsMore(3))
    expect(petition.of().supplement?.until).toBe('2026-03-20')
    expect(supplementRequest(petition.floor.seat('counter-1'), petition.of())).toMatchObject({
      items: ['배치도'],
      until: '2026. 3. 16.(월)',
    })
    expect(petition.on('2026-03-17 09:00').refusal(sendsBack)).toBe('supplementRuns')
    expect(petition.on('2026-03-21 09:00').refusal(sendsBack)).toBe('allowed')
  })

  test('is only what was not demanded yet, with the ground why only now', () => {
    petition.on('2026-03-12 10:00')
    expect(petition.refusal(asksFor(5, { late: 'siteCheck' }))).toBe('supplementRuns')
    expect(petition.refusal(asksFor(5, { items: ['d1', 'd3'], late: 'siteCheck' }))).toBe('supplementRuns')
    expect(petition.refusal(asksFor(5, { items: ['d3'] }))).toBe('supplementRuns')
    petition.does(findsMore(5))
    expect(petition.refusal(findsMore(5))).toBe('supplementRuns')
    expect(actOf('demandSupplement')).toMatchObject({ refused: 'supplementRuns' })
  })

  test('lets the citizen have both periods extended, and the second demand follows when they are over', () => {
    petition.on('2026-03-12 10:00').does(findsMore(20))
    expect(petition.does(asksMore(2))).toMatchObject([{ until: '2026-04-03', nth: 1 }])
    petition.on('2026-04-04 09:00')
    expect(petition.does(asksFor(10, { items: ['d1', 'd3'] }))).toMatchObject([{ round: 2 }])
    expect(petition.on('2026-04-20 09:00').refusal(asksFor(5, { items: ['d3'] }))).toBe('demandedTwice')
  })

  test('comes also beside a second demand', () => {
    petition.on('2026-03-23 10:00').does(asksFor(5))
    petition.on('2026-03-24 10:00')
    expect(petition.does(findsMore(20))).toMatchObject([{ round: 1 }])
    expect(petition.on('2026-04-14 09:00').refusal(asksFor(5))).toBe('demandedTwice')
    expect(petition.refusal(asksFor(5, { items: ['d3'] }))).toBe('allowed')
  })

  test('stops the clock until all of it has come', () => {
    petition.on('2026-03-12 10:00').does(findsMore(20))
    petition.on('2026-03-16 10:00').does(came('d1'), came('d3'), arrives)
    expect(petition.of()).toMatchObject({ state: 'inProgress', stops: [{ to: moment('2026-03-16 10:00') }] })
    expect(petition.view.procedure.missing).toEqual([])
    expect(petition.refusal(sendsBack)).toBe('supplementCame')
  })
})

describe('papers of the first demand that came in part', () => {
  test('are awaited until its period is over, and then the petition may be returned', () => {
    petition.on('2026-03-12 10:00').does(arrives)
    expect(petition.refusal(sendsBack)).toBe('supplementRuns')
    petition.on('2026-03-21 09:00')
    expect(petition.view.procedure.acts).toContainEqual({ type: 'returnCase' })
    petition.does(sendsBack)
    expect(petition.of().outcome).toBe('returned')
  })

  test('are awaited as long as the citizen had the period extended', () => {
    petition.on('2026-03-12 10:00').does(asksMore(10), arrives)
    expect(petition.on('2026-03-30 23:00').refusal(sendsBack)).toBe('supplementRuns')
    expect(petition.on('2026-03-31 09:00').refusal(sendsBack)).toBe('allowed')
  })

  test('are no reason once they are here', () => {
    petition.on('2026-03-12 10:00').does(arrives, came('d1'))
    expect(petition.on('2026-03-24 09:00').refusal(sendsBack)).toBe('supplementCame')
  })
})

test('without any demand nothing is returned', () => {
  const one = openPetition('2026-03-10 14:00')
  one.receives(drawn)
  expect(one.refusal(sendsBack)).toBe('noSupplement')
})
