import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../domain/hall.ts'
import { openFloor, receive, serve, issue, type Floor } from '../../support/floor.ts'

/** What the lists of a counter say of the cases in them, and what is said of a case of another counter. */

let floor: Floor
beforeEach(() => {
  floor = openFloor()
})

const counter = (machine: string) => floor.sees(machine, { of: 'counter' })
const pass: Command = { type: 'passCase', case: 'k', to: 'counter-2' }

describe('two cases of one title', () => {
  test('are told apart by whose they are, masked, in the lists of the counter that holds them', () => {
    issue(floor, 'a')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', receive('k', 'SIM-01', 'v'), {
      ...(receive('other') as Command & { type: 'receiveCase' }),
      petitioner: { name: '이순희' },
    })
    const view = counter('counter-1')
    expect(view.cases.map((c) => c.whose)).toEqual(['김*수', '이*희'])
    expect(view.visit?.cases.map((c) => c.whose)).toEqual(['김*수'])
    expect(JSON.stringify(view)).not.toMatch(/김영수|이순희/)
  })

  test('name nobody once another counter holds them, nor where it is asked of elsewhere', () => {
    issue(floor, 'a')
    serve(floor, 'counter-1', 'v')
    floor.does('counter-1', receive('k', 'SIM-01', 'v'), pass)
    expect(counter('counter-1').visit?.cases[0]?.whose).toBeUndefined()
    expect(floor.sees('supervisor', { of: 'overview' }).cases.lines[0]).not.toHaveProperty('whose')
    expect(JSON.stringify(floor.sees('counter-1', { of: 'lookup', text: '00001' }))).not.toContain('김')
  })
})

describe('a case that was passed on', () => {
  test('is marked at the counter that has it now, until something is done with it there', () => {
    floor.does('counter-1', receive('k'))
    expect(counter('counter-1').cases[0]?.passedFrom).toBeUndefined()
    floor.does('counter-1', pass)
    expect(counter('counter-2').cases[0]?.passedFrom).toMatchObject({ number: 1 })
    floor.does('counter-2', { type: 'tickCheck', case: 'k', check: 's1.1', mark: 'met' })
    expect(counter('counter-2').cases[0]?.passedFrom).toBeUndefined()
  })

  test('is marked too where the supervisor gave it to the counter', () => {
    floor.does('counter-1', receive('k'))
    floor.does('supervisor', { type: 'seizeCase', case: 'k', to: 'counter-2', reason: '창구 1이 비어 있음' })
    expect(counter('counter-2').cases[0]?.passedFrom).toMatchObject({ number: 1 })
  })
})

describe('a case of another counter', () => {
  test('says which counter has it and who sits there, where it is found and where it is open', () => {
    floor.does('counter-2', receive('k'))
    const held = { heldBy: { counter: { number: 2 }, state: 'free', clerk: '담당자' } }
    expect(floor.sees('counter-1', { of: 'case', case: 'k' })).toMatchObject(held)
    expect(floor.sees('counter-1', { of: 'lookup', text: '02-00001' }).lines[0]).toMatchObject(held)
    floor.does('counter-2', { type: 'signOut' })
    const left = floor.sees('counter-1', { of: 'case', case: 'k' })?.heldBy
    expect(left).toMatchObject({ counter: { number: 2 }, state: 'closed' })
    expect(left).not.toHaveProperty('clerk')
  })

  test('is nothing to be said of one’s own', () => {
    floor.does('counter-1', receive('k'))
    expect(floor.sees('counter-1', { of: 'case', case: 'k' })).not.toHaveProperty('heldBy')
    expect(floor.sees('counter-1', { of: 'lookup', text: '01-00001' }).lines[0]).not.toHaveProperty('heldBy')
  })
})
