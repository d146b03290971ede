import type { AccessKind } from '../../domain/access-kinds.ts'
import type { Unusual } from '../../domain/access-unusual.ts'

/** 접속기록 on the supervisor's page 관리. */
export const accessKo = {
  title: (month: string) => `${month.slice(0, 4)}년 ${Number(month.slice(5))}월 접속기록`,
  asking: '접속기록을 불러오고 있습니다.',
  notHere: '접속기록은 감독자가 감독자 PC에서 점검합니다. 시스템을 관리하는 사람은 점검하지 않습니다.',
  kept: '접속기록은 2년 이상 보관해야 합니다(개인정보의 안전성 확보조치 기준 제8조). 이 기록은 지워지지 않아 그보다 오래 남습니다.',
  list: '접속기록 목록',
  filters: '접속기록 거르기',
  ...{ month: '달', person: '사람', machine: 'PC', receipt: '접수번호', kind: '수행업무', all: '모두' },
  ...{ receiptHint: '끝자리만 써도 됩니다', unusualOnly: '살펴볼 것만', allKinds: '모두(처리 제외)' },
  count: (n: number, unusual: number) => `${n}건 · 이 달에 살펴볼 것 ${unusual}건`,
  more: (shown: number) => `최근 ${shown}건만 보입니다. 조건을 좁히거나 내려받으세요.`,
  none: '조건에 맞는 접속기록이 없습니다.',
  heads: {
    ...{ at: '접속일시', person: '사람', machine: '접속지', kind: '수행업무' },
    ...{ about: '처리한 정보주체', reason: '사유', unusual: '살펴볼 점' },
  },
  nobody: '로그인 전',
  kinds: {
    ...{ read: '열람', unmasked: '가린 정보 보기', lookedUp: '다른 창구 민원 조회', printed: '출력' },
    ...{ exported: '내려받기', signedIn: '근무 시작', signedOut: '근무 마침', failed: '로그인 실패' },
    ...{ reviewed: '접속기록 점검', acted: '처리' },
  } satisfies Record<AccessKind, string>,
  unusuals: {
    ...{ outsideHours: '근무시간 밖', manyReads: '하루 열람이 많음', manyLookUps: '하루 조회가 많음' },
    ...{ lookUpWithoutAct: '조회 뒤 처리 없음', unmasked: '가린 정보 봄', exported: '내려받음' },
    failuresInRow: '거듭된 로그인 실패',
  } satisfies Record<Unusual, string>,
  reviewed: (clerk: string, at: string) => `점검함 · ${clerk} · ${at}`,
  notReviewed: '아직 점검하지 않은 달입니다.',
  ...{ review: '점검 기록…', reviewTitle: '접속기록 점검', reviewAction: '점검했음으로 기록' },
  reviewText: '이 달의 접속기록을 살펴본 결과를 남깁니다. 한 달에 한 번 남기고, 고칠 수 없습니다.',
  ...{ finding: '점검 결과', findingHint: '예: 근무시간 밖 열람 2건, 당직 확인. 이상 없음' },
  needFinding: '점검 결과를 적으세요',
  stillRuns: '달이 끝난 뒤에 점검을 기록할 수 있습니다.',
  ...{ export: '내려받기…', exportTitle: '접속기록 내려받기', exportAction: '내려받기' },
  exportText: '내려받은 사람과 사유가 접속기록에 남습니다. 파일은 이 PC에만 생깁니다.',
}
