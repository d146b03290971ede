import { beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../domain/record/log.ts'
import { privateKey } from '../../domain/record/record.ts'
import { caseLooks, sittingLength, type CaseLooks } from '../../electron/case-looks.ts'
import { numberSeal } from '../../electron/number-seal.ts'
import { openFloor, receive, type Floor } from '../support/floor.ts'

let floor: Floor
let who: string | undefined
let now: number
let canWrite: boolean
let written: string[]
let looks: CaseLooks

const question = { of: 'case', case: 'k' } as const

beforeEach(() => {
  floor = openFloor()
  floor.does('counter-1', receive('k'), receive('other'))
  ;[who, now, canWrite, written] = ['clerk', 1_000_000, true, []]
  looks = caseLooks({
    clerk: () => who,
    record(about, part) {
      if (canWrite) written.push(`${who} ${about} ${part}`)
      return canWrite
    },
    now: () => now,
  })
})

/** The name that the view gives. */
const name = (of: 'k' | 'other' = 'k') =>
  floor.sees('counter-1', { of: 'case', case: of }, looks.seatFor({ of: 'case', case: of }, floor.seat('counter-1')))
    ?.petitioner?.name

describe('a sitting', () => {
  test('is one entry, however often the view is told again', () => {
    for (let i = 0; i < 200; i++) {
      expect(name()).toBe('김영수')
      now += 15_000
    }
    expect(written).toEqual(['clerk k case'])
  })

  test('goes on while the clerk turns between two cases, and is over ten minutes after the case was last seen', () => {
    name('k')
    name('other')
    name('k')
    expect(written).toEqual(['clerk k case', 'clerk other case'])
    now += sittingLength + 1
    name('k')
    expect(written).toEqual(['clerk k case', 'clerk other case', 'clerk k case'])
  })

  test('is of one person', () => {
    name()
    who = 'another'
    name()
    expect(written).toEqual(['clerk k case', 'another k case'])
  })

  test('a document on the screen is an entry of its own; the list of documents is not', () => {
    const seat = floor.seat('counter-1')
    looks.seatFor(question, seat)
    looks.seatFor({ of: 'papers', case: 'k' }, seat)
    looks.seatFor({ of: 'paper', case: 'k', name: 'receiptSlip' }, seat)
    looks.seatFor({ of: 'paper', case: 'k', name: 'resultNotice' }, seat)
    expect(written).toEqual(['clerk k case', 'clerk k paper'])
  })

  test('a case that is not there, and what is of no case, is no entry', () => {
    looks.seatFor({ of: 'case', case: 'none' }, floor.seat('counter-1'))
    looks.seatFor({ of: 'counter' }, floor.seat('counter-1'))
    expect(written).toEqual([])
  })
})

describe('what is kept apart is not shown', () => {
  test('where nobody is signed in', () => {
    who = undefined
    expect(name()).toBeUndefined()
    expect(written).toEqual([])
  })

  test('where the look cannot be recorded; it is tried again after a while', () => {
    canWrite = false
    expect(name()).toBeUndefined()
    canWrite = true
    expect(name()).toBeUndefined()
    now += 5_000
    expect(name()).toBe('김영수')
  })
})

describe('[P5] what was looked up', () => {
  const entries = (): Entry[] =>
    floor.events.flatMap((event, i) => {
      const apart = 'case' in event ? floor.privates.get(event.case)?.[privateKey(event)] : undefined
      return apart ? [{ origin: 'counter-1', originSeq: i + 1, hallSeq: i + 1, event, private: apart }] : []
    })
  /** What a counter sees that holds nothing of the case. */
  const seen = () => {
    const seat = looks.seatFor(question, floor.seat('counter-2', { privates: new Map() }))
    return floor.sees('counter-2', question, seat)?.petitioner?.name
  }

  test('is shown to who asked, while the case is on the screen', () => {
    const leave = looks.hold(question)
    expect(seen()).toBeUndefined()
    looks.shown('k', entries())
    expect(seen()).toBe('김영수')
    const alsoOpen = looks.hold({ of: 'papers', case: 'k' })
    leave()
    expect(seen()).toBe('김영수')
    alsoOpen()
    expect(seen()).toBeUndefined()
  })

  test('goes when somebody else signs in, or nobody is signed in any more', () => {
    looks.hold(question)
    looks.shown('k', entries())
    who = undefined
    looks.look()
    who = 'clerk'
    expect(seen()).toBeUndefined()
    looks.shown('k', entries())
    who = 'another'
    expect(seen()).toBeUndefined()
    who = 'clerk'
    expect(seen()).toBeUndefined()
  })

  test('comes too late where the case is not on the screen any more', () => {
    looks.hold(question)()
    looks.shown('k', entries())
    expect(seen()).toBeUndefined()
  })
})

describe('a search by 주민등록번호 says whose a case is', () => {
  const seal = numberSeal(Buffer.alloc(32, 7).toString('base64'))
  const number = '900101-1234568'

  function found(text: string): string[] {
    const seat = floor.seat('counter-1', { numberIndex: seal.index })
    const privates = new Map(seat.privates).set('k', { '1.1': { form: { f1: seal.seal(number) } } })
    const search = { of: 'lookup', text } as const
    return floor.sees('counter-1', search, looks.seatFor(search, { ...seat, privates })).lines.map((l) => l.case)
  }

  test('so that each that it finds is on record first; one that finds none, or is by something else, is no entry', () => {
    expect(found('900101-1234568')).toEqual(['k'])
    expect(found('9001011234568')).toEqual(['k'])
    expect([found('900101-2234568'), found('00002')]).toEqual([[], ['other']])
    expect(written).toEqual(['clerk k person'])
  })

  test('and finds nothing where nobody is signed in, or the look cannot be recorded', () => {
    who = undefined
    expect(found(number)).toEqual([])
    ;[who, canWrite] = ['clerk', false]
    expect(found(number)).toEqual([])
    expect(written).toEqual([])
  })
})
