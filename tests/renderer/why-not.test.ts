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
