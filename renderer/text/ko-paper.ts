import type { FieldName } from '../../domain/paper-fields.ts'
import type { PaperName, PrintState } from '../../domain/paper.ts'

const names: Record<PaperName, string> = {
  ...{ receiptSlip: '접수증', supplementRequest: '보완요구서', extensionNotice: '처리기간 연장 통지' },
  ...{ progressNotice: '처리진행상황 통지', transferNotice: '이송 통지', returnNotice: '반려 통지' },
  ...{ resultNotice: '처리결과 통지', refusalNotice: '거부처분 통지', closingNotice: '종결 통지' },
  ...{ withdrawalRecord: '취하 확인서', objectionSlip: '이의신청 접수증' },
  ...{ objectionExtension: '이의신청 결정기간 연장 통지', objectionDecision: '이의신청 결정 통지' },
  ...{ pickupReceipt: '교부 확인서', reminder: '독촉장', correctionNotice: '정정 통지' },
  ...{ priorReviewNotice: '사전심사 결과 통지', outageNotice: '장애 안내문' },
}
const states: Record<PrintState, string> = {
  made: '만듦',
  queued: '인쇄 대기',
  printed: '인쇄함',
  failed: '인쇄 못 함',
}
const fields: Record<FieldName, string> = {
  ...{ title: '제목', office: '기관명', hall: '민원실', head: '발신명의', address: '주소', homepage: '홈페이지' },
  ...{ issuedOn: '시행일', number: '문서번호', unconfirmed: '확정 전 표시', verification: '문서확인번호' },
  ...{ team: '담당부서', clerk: '담당자', phone: '담당자 전화', receiptNo: '접수번호', kind: '민원명' },
  ...{ receivedAt: '접수일시', petitioner: '민원인', recipient: '수신', due: '처리기한', period: '처리기간' },
  ...{ fee: '수수료', documents: '제출 서류', guidance: '안내', items: '보완할 사항', until: '기한', round: '차수' },
  ...{ reason: '사유', ground: '근거', formerDue: '당초 기한', consent: '동의', progress: '진행상황' },
  ...{ agency: '이송받은 기관', agencyContact: '기관 연락처', transferredAt: '이송일시', requested: '보완요구 내용' },
  ...{ papers: '반환 서류', remedies: '불복 방법', outcome: '결과', decidedAt: '결정일', reasons: '이유' },
  ...{ provisions: '근거 법령', pickup: '받는 곳', closedAt: '종결일', former: '앞선 답변', withdrawnAt: '취하일시' },
  ...{
    objectedAt: '이의신청 일시',
    refusedOn: '거부처분을 받은 날',
    refusal: '거부처분의 내용',
    purport: '이의신청 취지',
  },
  ...{ collector: '받은 사람 구분', collectorName: '받은 사람 이름', idSeen: '확인한 신분증', proxyLetter: '위임장' },
  ...{ handedOverAt: '교부일시', daysOver: '경과', actBy: '조치기한', before: '정정 전', after: '정정 후' },
  ...{
    correctedAt: '정정일시',
    result: '심사 결과',
    outage: '장애 현황',
    substitute: '대신 신청하는 방법',
    since: '장애 시각',
    objectedTo: '대상 민원의 접수번호',
  },
}
/** Why a paper did not come out of the printer, by what the program says. */
const failures: { [why: string]: string } = {
  noPrinter: '이 PC에 프린터가 없습니다. 프린터를 연결한 뒤 다시 인쇄하세요. PDF는 이 PC에 있습니다.',
  interrupted: '인쇄하던 중 PC가 다시 시작되었습니다. 종이가 나왔는지 확인하고, 없으면 다시 인쇄하세요.',
  noTemplate: '접수할 때의 매뉴얼 판에 이 문서의 서식 틀이 없습니다. 감독자에게 알리세요.',
  tooSlow: '1분 안에 인쇄하지 못했습니다. 프린터를 확인하고 다시 인쇄하세요.',
}

/** The words of the documents of a case. */
export const paperWords = {
  ...{ title: '문서', names, states, fields, failures, none: '만든 문서가 없습니다.' },
  failed: (why: string) => `프린터가 받지 않았습니다(${why}). 프린터를 확인하고 다시 인쇄하세요.`,
  check: {
    title: '문서확인번호로 찾은 문서',
    issued: (hall: string) => `${hall}에서 만든 문서입니다.`,
    none: (hall: string) => `${hall}에서 이 번호로 만든 문서를 찾지 못했습니다.`,
    noneText:
      '번호를 다시 보고 넣으세요. 번호가 맞으면 이 민원실의 문서가 아니거나, 회선이 끊긴 창구가 아직 보내지 않은 문서입니다.',
    newer: '같은 문서를 나중에 다시 만들었습니다. 새 문서를 확인하세요.',
    ...{ document: '문서', petition: '민원명', made: '만든 때 · 인쇄', case: '민원 상태', code: '문서확인번호' },
    ...{ fingerprint: 'PDF 지문(SHA-256)', elsewhere: '인쇄한 창구의 PC에 있음' },
    compare: '문서의 내용은 그 민원을 맡은 창구에서 엽니다. 가져온 종이의 문서번호와 종류가 위와 같은지 보세요.',
  },
  reminderDue: '독촉장 인쇄',
  ...{ make: '만들어 인쇄', view: '보기', print: '인쇄', again: '다시 인쇄…' },
  preview: (name: string) => `${name} 미리보기`,
  ...{
    reason: '다시 인쇄하는 사유',
    reasonHint: '기록에 남습니다. 이 민원을 맡은 창구와 감독자만 봅니다.',
    reprint: '다시 인쇄',
    times: (n: number) => `${n}번째 인쇄`,
  },
  reasonOf: (reason: string) => `다시 인쇄한 사유: ${reason}`,
  ...{ unconfirmed: '확정 전 출력', others: (n: number) => `지금은 만들 수 없는 문서 ${n}건` },
  missing: (list: string) => `빈 항목: ${list}`,
  fillExpected: '완료 예정일은 ‘진행상황 통지’에 적습니다',
  ...{
    notLaidOut: '이 매뉴얼 판에는 이 문서의 서식 틀이 없습니다. 감독자에게 알리세요.',
    opening: '미리보기를 준비하고 있습니다.',
  },
}
