import { describe, expect, test } from 'vitest'
import { conditional } from '../../support/conditional.ts'
import { asksFor, openPetition, type Act } from '../../support/petition.ts'

/** What the answers of a citizen spare are neither asked for nor waited for. */

const open = (answers?: Parameters<ReturnType<typeof openPetition>['receipt']>[1]) => {
  const petition = openPetition('2026-03-10 10:00')
  petition.receives(conditional, answers)
  return petition
}
const person = { whom: 'person', isNew: false, hasProxy: false, area: 50 }
const met = (...checks: string[]): Act[] => checks.map((check) => ({ type: 'tickCheck', check, mark: 'met' }))
const finish = (step: string): Act => ({ type: 'finishStep', step })
const pays = (table: number): Act => ({ type: 'payFee', table, means: 'card' })

describe('a case with answers', () => {
  test('shows them to its holder, and what they spare to every machine', () => {
    const petition = open({ answers: person })
    expect(petition.view.answers).toEqual(person)
    const elsewhere = petition.floor.sees('counter-2', { of: 'case', case: 'k' })
    expect(elsewhere?.documents.map((d) => d.spared ?? false)).toEqual([false, true, true, true])
  })

  test('needs no tick and no document for what is spared', () => {
    const petition = open({ answers: person })
    petition.does(...met('s1.1'), finish('s1'), ...met('s2.2'), finish('s2'))
    expect(petition.view.next).toBe('decide')
    expect(petition.refusal({ type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] })).toBe('allowed')
  })

  test('without an answer waits for every tick', () => {
    const petition = open()
    petition.does(...met('s1.1'))
    expect(petition.refusal(finish('s1'))).toBe('checksOpen')
    petition.does({ type: 'answerQuestions', answers: person })
    expect(petition.refusal(finish('s1'))).toBe('allowed')
  })

  test('asks again for what an answer that is changed no longer spares', () => {
    const petition = open({ answers: person })
    petition.does({ type: 'answerQuestions', answers: { ...person, hasProxy: true } })
    expect(petition.view.answers).toEqual({ ...person, hasProxy: true })
    expect(petition.view.documents.map((d) => d.spared ?? false)).toEqual([false, true, false, true])
    petition.does(...met('s1.1'))
    expect(petition.refusal(finish('s1'))).toBe('checksOpen')
  })

  test('asks for no document that is spared', () => {
    const petition = open({ answers: person })
    expect(petition.refusal(asksFor(5, { items: ['d3'] }))).toBe('documentSpared')
    petition.does({ type: 'answerQuestions', answers: { ...person, hasProxy: true } })
    expect(petition.refusal(asksFor(5, { items: ['d3'] }))).toBe('allowed')
  })

  test('costs what its answers say, and while they are missing what it still may', () => {
    const petition = open()
    expect(petition.view.procedure.feeTable).toBe('open')
    expect([2000, 5000, 9000, 3000].map((won) => petition.refusal(pays(won)))).toEqual([
      ...['allowed', 'allowed', 'allowed', 'feeNotOfManual'],
    ])
    petition.does({ type: 'answerQuestions', answers: { isNew: false } })
    expect(petition.view.procedure.feeTable).toBe(2000)
    expect([2000, 5000].map((won) => petition.refusal(pays(won)))).toEqual(['allowed', 'feeNotOfManual'])
  })

  test('takes no answer that its question does not allow, and none after the decision', () => {
    const petition = open({ answers: person })
    const asks = (answers: Record<string, string | boolean | number>) =>
      petition.refusal({ type: 'answerQuestions', answers })
    expect([asks({ nobody: true }), asks({ whom: 'nobody' }), asks({ area: -1 }), asks({})]).toEqual([
      ...['questionUnknown', 'answerWrong', 'answerWrong', 'allowed'],
    ])
    expect(petition.refusal({ type: 'answerQuestions', answers: person }, 'counter-2')).toBe('notYourCase')
    petition.does(...met('s1.1'), finish('s1'), ...met('s2.2'), finish('s2'))
    petition.does({ type: 'decideCase', outcome: 'granted', provisions: [], remedies: [] })
    expect(asks(person)).toBe('alreadyDecided')
  })
})
