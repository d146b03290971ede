import type { PaperName } from './paper.ts'

/** The names of a paper on the paper itself. */
export const paperTitles: Record<PaperName, string> = {
  receiptSlip: '민원 접수증',
  supplementRequest: '민원서류 보완요구',
  extensionNotice: '처리기간 연장 통지',
  progressNotice: '처리진행상황 통지',
  transferNotice: '민원 이송 통지',
  returnNotice: '민원서류 반려 통지',
  resultNotice: '민원 처리결과 통지',
  refusalNotice: '거부처분 통지',
  closingNotice: '민원 종결 통지',
  withdrawalRecord: '민원 취하 확인서',
  objectionSlip: '이의신청 접수증',
  objectionExtension: '이의신청 결정기간 연장 통지',
  objectionDecision: '이의신청 결정 통지',
  pickupReceipt: '교부 확인서',
  reminder: '독촉장',
  correctionNotice: '정정 통지',
  priorReviewNotice: '사전심사 결과 통지',
  outageNotice: '정보시스템 장애 안내',
}
