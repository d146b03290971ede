import type { Event, Refusal } from '../../../domain/hall.ts'
import type { Accuracy } from '../../../domain/queue/estimate.ts'
import type { Estimate } from '../../../domain/queue/ticket.ts'
import type { CallReason } from '../../../domain/queue/visit.ts'

/** The queue at the counter and at the supervisor's: how long, who first and why. */
export const queueWords = {
  estimate: '지금 뽑으면',
  minutes: ({ from, to }: Estimate) => (to <= 1 ? '바로' : from === to ? `약 ${to}분` : `${from}–${to}분`),
  accuracy: ({ off, called, within }: Accuracy) => `오늘 예상은 ±${off}분 · ${called}명 중 ${within}명이 범위 안`,
  noAccuracy: '오늘은 아직 맞춰 볼 예상이 없습니다.',
  busyTitle: '아직 응대 중입니다',
  keep: '유지',
  finishAndCall: '끝내고 다음 호출',
  busyText: (label: string) => `${label} 응대를 끝내고 다음 번호를 부를까요? 유지하면 아무것도 바뀌지 않습니다.`,
  noBoard: '전광판이 다시 부르지 못합니다. 직접 부르세요.',
  notComeTitle: (label: string) => `${label} · 아직 오지 않았습니다`,
  notComeText: '다음 번호를 부르기 전에 이 번호를 어떻게 할지 정하세요.',
  notComeOffline: '전광판이 다시 부르지 못합니다. 직접 부르고, 오지 않으면 부재로 하거나 순번으로 되돌리세요.',
  missingAndCall: '부재로 하고 다음 호출',
  missingAsk: '부재…',
  giveBack: '순번으로 되돌리기',
  missingTitle: (label: string) => `${label} 부재`,
  missingText:
    '회선이 없어 전광판이 이 번호를 다시 부르지 못했습니다. 직접 불러도 오지 않았을 때만 부재로 하세요. 직접 불렀다고 기록에 남습니다.',
  missingAloud: '직접 불렀으나 오지 않음',
  remind: '알림',
  usualReminder: (minutes: number) => (minutes === 0 ? '설정대로(알리지 않음)' : `설정대로(${minutes}분 뒤)`),
  after: (minutes: number) => `${minutes}분 뒤`,
  over: '시간 됨',
  overTitle: '보류 시간이 지났습니다',
  overText: (label: string, since: string) => `${label} · ${since}까지로 정한 보류`,
  elsewhere: '다른 창구의 보류',
  takeOver: '이어받기',
  returns: '끝나면 이 창구로 돌아옴',
  returnsHint: '돌아오면 가장 먼저 부릅니다(약속 재방문).',
  anyone: '정하지 않음(순번으로)',
  team: (name: string) => `${name} 아무 창구`,
  callThis: '먼저 부르기…',
  outOfOrderTitle: (label: string) => `${label} 순서 외 호출`,
  outOfOrderDone: '이 번호 부르기',
  outOfOrderText: '앞선 번호보다 먼저 부릅니다. 사유가 기록에 남습니다.',
  why: '사유',
  callReasons: {
    promised: '약속한 시각',
    urgent: '기한이 급함',
    together: '앞 민원과 함께',
    other: '그 밖',
  } satisfies Record<CallReason, string>,
  first: {
    returnPromised: '다른 창구에서 돌아온 번호',
    sentHere: '이 창구로 보낸 번호',
    sentToTeam: '이 팀으로 보낸 번호',
    priority: '우선배려',
    booked: '예약',
    cameBack: '부재 뒤 복귀',
    inOrder: '발급 순서',
  },
  firstBecause: (why: string) => `먼저인 사유: ${why}`,
  outOfOrder: (why: string) => `순서 외 호출(${why})`,
  continued: '이어받은 응대',
  longest: (time: string) => `최장 ${time}`,
}

export const bellWords = {
  title: '비상벨',
  ring: '비상벨',
  ringHint: '감독자와 동료의 화면에 바로 알립니다(Ctrl+F12). 민원인의 화면에는 나타나지 않습니다.',
  nobody: '아직 응답 없음',
  answered: (who: string) => `응답: ${who}`,
  answer: '가고 있음',
  end: '상황 종료…',
  endTitle: '비상벨 종료',
  endAction: '종료로 기록',
  done: '어떻게 했습니까',
  doneHint: '사람의 이름은 쓰지 않습니다. 잘못 눌렀으면 그렇게 적으세요.',
  sent: (at: string) => `${at} 알림 보냄`,
  notSent: (phones: string) =>
    `민원실 서버에 연결되지 않아 동료에게 닿지 않았습니다. 전화로 알리세요${phones === '' ? '.' : `: ${phones}`}`,
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
