import type { GuidanceTopic } from '../../domain/intake.ts'

const topics: Record<GuidanceTopic, string> = {
  ...{ documents: '구비서류', criteria: '심사기준·절차', time: '걸리는 시간', siteVisit: '현장확인' },
}

/** The words of receipt. */
export const intakeWords = {
  topics,
  guidance: {
    ...{ title: '접수 안내', law: '시행령 제6조 제4항', all: '모두 안내함', done: '접수 안내 모두 표시' },
    lead: '처리를 시작하기 전에 민원인에게 알리고 표시합니다.',
    told: (done: number, all: number) => `${all}가지 중 ${done}가지 안내함`,
    ...{ bringNothing: '가져올 서류 없음', byOffice: (count: number) => `담당자 확인 ${count}건은 요구하지 않음` },
    conditions: (count: number) => `요건 ${count}건`,
    dueIf: (when: string) => `지금 접수하면 ${when}까지`,
    ...{ noSiteVisit: '현장확인이 있으면 예정일을 적습니다.', siteVisit: '현장확인 예정일' },
    ...{ dayHint: '예: 2026-03-10', badDay: '예정일을 2026-03-10처럼 적으세요.' },
    fee: '수수료',
  },
}
