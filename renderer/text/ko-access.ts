import type { Event } from '../../domain/hall.ts'
import type { AccessRefusal } from '../../domain/access.ts'

/** Why papers may not be read, or their reading not be reviewed, and what to do. */
export const accessRefusals = {
  caseIsHere: '이 PC에 이미 있는 민원입니다. 조회하지 말고 바로 여세요.',
  notOnPaper: '접속기록은 PDF로 만들지 않습니다. CSV나 XLSX로 내려받으세요.',
  monthReviewedAlready: '이미 점검한 달입니다. 점검 내용을 확인하세요.',
  reviewByOperator: '시스템을 관리하는 사람은 접속기록을 점검하지 않습니다. 다른 감독자가 점검하세요.',
} satisfies Record<AccessRefusal | 'notOnPaper', string>

export const accessHappenings = {
  caseShown: '민원 열람',
  keyEscrowed: 'PC 키를 서버에 봉인해 맡김',
  caseLookedUp: '다른 창구 민원 조회',
  accessesReviewed: '접속기록 점검',
} satisfies Partial<Record<Event['type'], string>>

/** 다른 창구 민원 조회, at the counter. */
export const accessWords = {
  lookUp: '민원인 정보 조회…',
  title: (receiptNo: string) => `다른 창구 민원 조회 · ${receiptNo}`,
  text: '다른 창구가 맡은 민원입니다. 사유와 함께 접속기록에 남고, 이 화면을 떠나면 이 PC에서 지워집니다.',
  ...{ reason: '조회 사유', hint: '예: 민원인이 전화로 진행을 물음', action: '조회' },
  needReason: '조회 사유를 적어야 합니다.',
}
