import { describe, expect, test } from 'vitest'
import type { Desk, Question } from '../../domain/desk.ts'
import { openDesk } from '../../renderer/common/store.ts'

/** What a page keeps of what it has shown. */

const setup: Question = { of: 'setup' }
const bell: Question = { of: 'bell' }
const amendment: Question = { of: 'amendment', amendment: 'a1' }

function opened() {
  const listeners = new Map<string, (view: unknown) => void>()
  const desk = {
    watch(question: Question, listener: (view: unknown) => void) {
      listeners.set(question.of, listener)
      return () => undefined
    },
  } as unknown as Desk
  const handle = openDesk(() => desk)
  return {
    ...handle,
    says: (question: Question, view: unknown) => listeners.get(question.of)?.(view),
    shown: () => Object.keys(handle.store.getState().views).map((key) => (JSON.parse(key) as Question).of),
  }
}
const sits = (id: string) => ({ session: { clerk: { id }, locked: false } })

test('what one person looked at is not there for the next, who would be told what holds for the first', () => {
  const page = opened()
  for (const question of [setup, bell]) page.hold(question)
  const leave = page.hold(amendment)
  page.says(setup, sits('editor'))
  page.says(bell, {})
  page.says(amendment, { closed: { approve: 'ownAmendment' } })
  leave()
  page.says(setup, sits('editor'))
  expect(page.shown()).toContain('amendment')
  page.says(setup, {})
  expect(page.shown().toSorted()).toEqual(['bell', 'setup'])
  page.says(setup, sits('chief'))
  page.hold(amendment)
  expect(page.shown()).not.toContain('amendment')
})

describe('what a case holds', () => {
  const ofCase: Question = { of: 'case', case: 'c1' }
  const papers: Question = { of: 'papers', case: 'c1' }
  const shownCase = () => {
    const page = opened()
    const leaveCase = page.hold(ofCase)
    const leavePapers = page.hold(papers)
    page.hold(bell)
    for (const question of [ofCase, papers, bell]) page.says(question, {})
    return { ...page, leaveCase, leavePapers }
  }

  test('[P5] leaves the page with the case, and nothing else does', async () => {
    const page = shownCase()
    page.leavePapers()
    await Promise.resolve()
    // Another tab of the same case: its papers are there at once on the way back.
    expect(page.shown().toSorted()).toEqual(['bell', 'case', 'papers'])
    page.leaveCase()
    await Promise.resolve()
    expect(page.shown()).toEqual(['bell'])
  })

  test('stays where a screen is only drawn anew', async () => {
    const page = shownCase()
    page.leavePapers()
    page.leaveCase()
    page.hold(ofCase)
    await Promise.resolve()
    expect(page.shown().toSorted()).toEqual(['bell', 'case', 'papers'])
  })
})
