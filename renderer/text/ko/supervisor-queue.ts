import type { OutOfOrder, QueueSettings } from '../../../domain/queue/queue-settings.ts'

/** 대기열 설정 and the list before the close of a day. */
export const queueRulesKo = {
  open: '설정…',
  openLabel: '대기열 설정…',
  title: '대기열 설정',
  text: '바꾼 값은 바로 모든 창구에 쓰입니다. 민원실 기본값이 달라지면 그 항목은 새 기본값을 따릅니다.',
  fields: {
    recalls: '재호출 한도(번)',
    recallAfter: '재호출 간격(초)',
    placesBack: '복귀하면 몇 명 뒤',
    holdMinutes: '보류 알림(분, 0이면 없음)',
    outOfOrder: '순서 외 호출',
    outOfOrderBy: '지정된 사람',
    dailyLimit: '하루 발급 한도(0이면 없음)',
  } satisfies Record<keyof QueueSettings, string>,
  outOfOrder: { supervisors: '감독자만', named: '지정된 사람', everyone: '모든 담당자' } satisfies Record<
    OutOfOrder,
    string
  >,
  inFolder: (value: string) => `민원실 기본값: ${value}`,
  notNumber: (least: number, most: number) => `${least}부터 ${most}까지의 수를 넣으세요.`,
  reason: '바꾸는 사유',
  action: '설정 바꾸기',
  history: '바꾼 기록',
  noHistory: '바꾼 적이 없습니다.',
  nobody: '없음',
  live: '남은 번호표',
  liveNone: '남은 번호표가 없습니다.',
  becomes: {
    waiting: '만료',
    noShow: '부재로 끝남',
    called: '먼저 끝내야 함',
    serving: '먼저 끝내야 함',
    held: '먼저 끝내야 함',
  },
  more: (n: number) => `그 밖 ${n}건`,
  unheard: (who: string) => `연결이 끊긴 채 근무 중인 창구: ${who}`,
  unheardText:
    '그 PC에만 있는 기록이 있을 수 있습니다. 이어지기를 기다리거나, 빼고 마감하는 사유를 적으세요. 나중에 오는 기록은 사라지지 않고 확인 필요에 나타납니다.',
  unheardReason: '빼고 마감하는 사유',
}
