import type { Event } from '../../../domain/hall.ts'
import type { AccessRefusal, NumberNeed } from '../../../domain/people/access.ts'

/** Why papers may not be read, or their reading not be reviewed, and what to do. */
export const accessRefusals = {
  caseIsHere: '이 PC에 이미 있는 민원입니다. 조회하지 말고 바로 여세요.',
  notOnPaper: '접속기록은 PDF로 만들지 않습니다. CSV나 XLSX로 내려받으세요.',
  monthReviewedAlready: '이미 점검한 달입니다. 점검 내용을 확인하세요.',
  numberInText:
    '주민등록번호로 보이는 숫자가 있습니다. 모든 창구가 보는 칸에는 적을 수 없습니다. 지우고 다시 하세요(개인정보 보호법 제24조의2).',
  reviewByOperator: '시스템을 관리하는 사람은 접속기록을 점검하지 않습니다. 다른 감독자가 점검하세요.',
} satisfies Record<AccessRefusal | 'notOnPaper' | 'numberInText', string>

export const accessHappenings = {
  caseShown: '민원 열람',
  keyEscrowed: 'PC 키를 서버에 봉인해 맡김',
  numberShown: '주민등록번호 열람',
  caseLookedUp: '다른 창구 민원 조회',
  accessesReviewed: '접속기록 점검',
} satisfies Partial<Record<Event['type'], string>>

/** 다른 창구 민원 조회, at the counter. */
export const accessWords = {
  lookUp: '민원인 정보 조회…',
  title: (receiptNo: string) => `다른 창구 민원 조회 · ${receiptNo}`,
  text: '다른 창구가 맡은 민원입니다. 사유와 함께 접속기록에 남고, 이 화면을 떠나면 이 PC에서 지워집니다.',
  reason: '조회 사유',
  hint: '예: 민원인이 전화로 진행을 물음',
  action: '조회',
  number: {
    show: '전체 보기…',
    title: '주민등록번호 보기',
    need: '보는 사유',
    action: '1분 동안 보기',
    text: '사유와 함께 접속기록에 남고, 1분 뒤에 다시 가려집니다.',
    needs: {
      identity: '본인 확인',
      sharedInfo: '행정정보 공동이용 조회',
      paper: '서류 작성',
      correction: '정정',
      law: '그 밖의 법령상 확인',
    } satisfies Record<NumberNeed, string>,
  },
  inText: '주민등록번호로 보이는 숫자가 있습니다. 꼭 필요하지 않으면 지우세요.',
  needReason: '조회 사유를 적어야 합니다.',
}
