import type { Filing, GuidanceTopic, Joint } from '../../domain/intake.ts'

const topics: Record<GuidanceTopic, string> = {
  ...{ documents: '구비서류', criteria: '심사기준·절차', time: '걸리는 시간', siteVisit: '현장확인' },
}

const filings: Record<Filing, string> = {
  ...{ paper: '방문 서면', dictated: '받아 적기', oral: '말로', post: '우편', electronic: '전자' },
  eWindow: '전자민원창구',
}
const joints: Record<Joint['how'], string> = {
  ...{ joint: '공동 민원', merged: '같은 취지를 한 건으로', multiParty: '다수인관련민원' },
}

/** The words of receipt. */
export const intakeWords = {
  ...{ topics, filings, joints },
  more: {
    ...{ title: '신청서·접수 방법', filing: '접수 방법', how: '접수 사정', application: '신청서' },
    note: (filing: string, filled: number, all: number) => `${filing} · 신청서 ${all}항목 중 ${filled}항목`,
    dictatedHint: '받아 적은 신청서는 민원인이 서명해야 접수됩니다(시행령 제10조 제4항).',
    oralHint: '말로 신청할 수 있는 것은 기타민원뿐입니다(법 제8조).',
    arrived: '전자민원창구에 온 때',
    ...{ proxy: '대리인이 왔음', proxyName: '대리인 이름', proxyContact: '대리인 연락처', relation: '민원인과의 관계' },
    ...{ joint: '여러 사람의 민원', alone: '한 사람', signers: '서명한 사람 수', households: '세대 수', people: '명' },
    ...{ householdsUnit: '세대', listSeen: '연명부 원본을 확인함', others: '다른 민원인 이름(한 줄에 한 명)' },
    ...{ priorReview: '사전심사를 청구함', webNotice: '진행상황은 누리집에서 본다고 알림' },
    reviewedBy: '앞선 사전심사의 접수번호',
    reviewedByHint: '사전심사에 낸 서류는 다시 요구하지 않습니다(시행령 제33조).',
    webNoticeHint: '표시하면 이송과 진행상황을 따로 알리지 않아도 됩니다(시행령 제13조, 제23조).',
    ...{ copies: '신청한 통수', copiesUnit: '통', outage: '장애 중에 받은 것을 늦게 입력' },
    outageHint: '그때 준 종이의 임시 번호와 받은 때를 적습니다(시행령 제6조의2).',
    ...{ provisionalNo: '임시 번호', bad: '신청서·접수 방법에서 표시된 항목을 고치세요.' },
    ...{ number: '1부터의 수를 적으세요.', signersWrong: '2부터의 수를 적으세요.', needed: '비워 둘 수 없습니다.' },
  },
  nonPetition: {
    ...{ open: '민원이 아님…', title: '민원이 아닌 신청', done: '사유 남기고 마침', ground: '민원이 아닌 사유' },
    text: '아래에 드는 때에만 접수하지 않습니다(법 제2조, 시행령 제2조). 서류가 모자란 민원은 접수하고 보완을 요구합니다(법 제9조).',
    grounds: {
      agency: '행정기관 등의 신청(사경제의 주체가 아닌 때)',
      contract: '행정기관과 맺은 사법상 계약의 당사자가 그 계약에 관하여 한 신청',
      unknownPerson: '성명·주소가 불명확한 신청',
    },
    hint: '누구인지는 남기지 않습니다. 사유와 민원사무, 담당자와 시각이 기록에 남습니다.',
  },
  guidance: {
    ...{ title: '접수 안내', law: '시행령 제6조 제4항', all: '모두 안내함', done: '접수 안내 모두 표시' },
    lead: '처리를 시작하기 전에 민원인에게 알리고 표시합니다.',
    told: (done: number, all: number) => `${all}가지 중 ${done}가지 안내함`,
    ...{ bringNothing: '가져올 서류 없음', byOffice: (count: number) => `담당자 확인 ${count}건은 요구하지 않음` },
    conditions: (count: number) => `요건 ${count}건`,
    open: (count: number) => `답에 따라 ${count}건 더`,
    dueIf: (when: string) => `지금 접수하면 ${when}까지`,
    ...{ noSiteVisit: '현장확인이 있으면 예정일을 적습니다.', siteVisit: '현장확인 예정일' },
    ...{ dayHint: '예: 2026-03-10', badDay: '예정일을 2026-03-10처럼 적으세요.' },
    fee: '수수료',
  },
}
