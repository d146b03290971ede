import type { Accuracy } from '../../domain/estimate.ts'
import type { Estimate } from '../../domain/ticket.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords = {
  estimate: '지금 뽑으면',
  minutes: ({ from, to }: Estimate) => (to <= 1 ? '바로' : from === to ? `약 ${to}분` : `${from}–${to}분`),
  accuracy: ({ off, called, within }: Accuracy) => `오늘 예상은 ±${off}분 · ${called}명 중 ${within}명이 범위 안`,
  noAccuracy: '오늘은 아직 맞춰 볼 예상이 없습니다.',
}
