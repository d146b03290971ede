import { expect, test } from 'vitest'
import { instantOf } from '../../domain/time.ts'
import { whyNot } from '../../renderer/common/use-act.ts'
import { ko } from '../../renderer/text/ko.ts'

test('a refusal of an act that is out of order names what stands in its way and when that was', () => {
  const earlier = { type: 'supplementDemanded', at: instantOf('2026-03-10', '10:00') } as const
  expect(whyNot({ refused: 'doneOutOfOrder', earlier })('ko')).toContain('보완 요구(3월 10일(화) 10:00:00)')
  expect(whyNot({ refused: 'doneOutOfOrder', earlier })('en')).toContain('(Tue 10 Mar 10:00:00)')
  expect(whyNot({ refused: 'doneInFuture' })('ko')).toBe(ko.refusals.doneInFuture)
})

test.each([
  ['extendedAlready', '시행령 제21조', 'Decree Art. 21'],
  ['extensionTooLong', '시행령 제21조', 'Decree Art. 21'],
  ['investigationExtendedAlready', '시행령 제17조', 'Decree Art. 17'],
  ['cooperationExtendedAlready', '법 제20조', 'Act Art. 20'],
  ['cooperationTooLong', '법 제20조', 'Act Art. 20'],
  ['objectionExtendedAlready', '법 제35조', 'Act Art. 35'],
  ['objectionTooLong', '법 제35조', 'Act Art. 35'],
  ['reductionOfList', '법 제11조 제2항', 'Act Art. 11(2)'],
] as const)('the refusal %s cites %s', (refused, inKorean, inEnglish) => {
  expect(whyNot({ refused })('ko')).toContain(`(${inKorean}`)
  expect(whyNot({ refused })('en')).toContain(`(${inEnglish}`)
})

test('why a visit cannot end while a case is open names every way out of it, by the words of their acts', () => {
  const said = ko.refusals.caseStillOpen
  for (const way of ['교부', '보관', '보완', ko.floor.hold, 'F6']) expect(said).toContain(way)
  expect(whyNot({ refused: 'caseStillOpen' })('en')).toMatch(/hand .*pick-up.*supplement.*hold .*F6/i)
})
