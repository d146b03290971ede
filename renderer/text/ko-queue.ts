import type { Event, Refusal } from '../../domain/hall.ts'
import type { Accuracy } from '../../domain/estimate.ts'
import type { Estimate } from '../../domain/ticket.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords = {
  estimate: '지금 뽑으면',
  minutes: ({ from, to }: Estimate) => (to <= 1 ? '바로' : from === to ? `약 ${to}분` : `${from}–${to}분`),
  accuracy: ({ off, called, within }: Accuracy) => `오늘 예상은 ±${off}분 · ${called}명 중 ${within}명이 범위 안`,
  noAccuracy: '오늘은 아직 맞춰 볼 예상이 없습니다.',
}

export const queueRefusals = {
  queueOfOthers: '기다리는 번호가 모두 다른 창구나 다른 팀으로 보낸 번호입니다.',
  heldHere: '이 창구의 보류입니다. 내 보류에서 다시 응대를 시작하세요.',
  recallsUsedUp: '재호출 한도를 다 썼습니다. 부재로 하거나 순번으로 되돌리세요.',
  recallTooSoon: '방금 불렀습니다. 정해진 간격이 지난 뒤에 다시 부르세요.',
  outOfOrder: '순서 외 호출은 허락된 사람만 할 수 있습니다. 다음 호출을 누르거나 감독자에게 요청하세요.',
  callReasonMissing: '순서 외로 부르는 사유를 고르세요.',
  teamUnknown: '없는 팀입니다. 받을 곳을 다시 고르세요.',
  nothingChanged: '지금과 같은 설정입니다. 바꿀 것을 고르세요.',
  emergencyUnknown: '이 PC가 모르는 비상벨입니다.',
  emergencyOver: '이미 끝난 비상벨입니다.',
  countersUnheard:
    '연결이 끊긴 창구가 있습니다. 그 창구에만 있는 기록이 있을 수 있으니 이어지기를 기다리거나 창구와 사유를 적고 마감하세요.',
} satisfies Partial<Record<Refusal, string>>

export const queueHappenings = {
  visitTakenOver: '보류 응대를 이어받음',
  queueSet: '대기열 설정 변경',
  emergencyCalled: '비상벨',
  emergencyAnswered: '비상벨 응답',
  emergencyEnded: '비상벨 종료',
} satisfies Partial<Record<Event['type'], string>>
