import type { CaseOutcome } from '../../domain/case.ts'
import type { Remark } from '../../domain/register.ts'
import type { SuspensionReason } from '../../domain/deadline.ts'

/** 민원 처리부 on the supervisor's screen. */
export const registerKo = {
  button: '처리부',
  title: '민원 처리부',
  first: '접수일부터',
  last: '까지',
  dayHint: '예: 2026-11-01',
  which: '대장',
  whiches: { petitions: '민원 처리부', objections: '이의신청처리대장', accesses: '접속기록' },
  badSpan: '날짜를 2026-11-01처럼 쓰고, 1년 안의 기간을 고르세요.',
  show: '보기',
  asking: '처리부를 불러오고 있습니다.',
  failed: '처리부를 불러오지 못했습니다. 다시 누르세요.',
  none: '이 기간에 접수한 것이 없습니다.',
  noneNumbered: '이 기간에 그런 접수번호가 없습니다. 번호나 기간을 바꿔 보세요.',
  ...{ receipt: '접수번호', receiptHint: '끝자리만 써도 됩니다' },
  count: (n: number) => `${n}건`,
  more: (shown: number, n: number) => `${n}건 가운데 앞의 ${shown}건만 보입니다. 모두 보려면 내려받으세요.`,
  showMore: (n: number) => `${n}건 더 보기`,
  allShown: '모두 보임',
  masked: '이름과 주소는 가려서 보입니다.',
  list: '처리부 목록',
  heads: {
    ...{ receiptNo: '접수번호', receivedAt: '접수일시', title: '민원명', petitioner: '민원인', due: '처리기한' },
    ...{ responsible: '담당', result: '처리결과', told: '통지 · 교부', remarks: '비고', refusal: '거부를 받은 날' },
  },
  entered: (at: string) => `${at} 입력`,
  provisional: (number: string) => `임시 ${number}`,
  late: '기한 경과',
  /** 사전심사. */
  reviewResults: { granted: '가능', partly: '일부 가능', refused: '불가능' } as Partial<Record<CaseOutcome, string>>,
  noDue: '미확정',
  extended: (nth: number, length: string) => `${nth}차 연장 +${length}`,
  fee: (won: string, table: string | false): string =>
    table === false ? `수수료 ${won}` : `수수료 ${won}(정한 금액 ${table})`,
  web: '누리집',
  handedOver: (day: string) => `교부 ${day}`,
  stops: {
    ...{ supplement: '보완', transport: '송부', representatives: '대표자 선정', hearing: '의견 청취' },
    ...{ examination: '시험·감정', priorAct: '사전 절차', outage: '시스템 장애', verification: '확인·발급' },
    investigation: '현장조사',
  } satisfies Record<SuspensionReason, string>,
  remarks: {
    ...{ objectionTo: '이의신청 대상', objection: '이의신청', transferred: '이송', corrected: '결정 정정' },
    ...{ reminded: '독촉', joint: '다수 민원인', priorReview: '사전심사', fieldCorrected: '직권 보정' },
    takenOut: '보관 자료에서 꺼냄',
  } satisfies Record<Remark['what'], string>,
  export: '내려받기…',
  exportTitle: (name: string) => `${name} 내려받기`,
  exportText:
    '파일에는 이름과 주소가 가려지지 않고 들어갑니다. 내려받은 사람과 사유가 기록에 남습니다. 파일은 이 PC에만 생깁니다.',
  span: (first: string, last: string) => `${first} ~ ${last}`,
  format: '형식',
  formats: { csv: 'CSV', xlsx: 'XLSX(스프레드시트)', pdf: 'PDF(인쇄)' },
  reason: '사유',
  reasonHint: '기록에 남습니다. 예: 2026년 하반기 자체감사 자료 제출',
  needReason: '사유를 쓰세요',
  exportAction: '내려받기',
  exports: '내려받은 기록',
  exportsNone: '내려받은 적이 없습니다.',
  by: (clerk: string, at: string) => `${clerk} · ${at}`,
  writing: (lines: number) => `파일을 쓰고 있습니다. ${lines > 0 ? `${lines}줄까지 읽었습니다.` : ''}`.trim(),
  failures: {
    paperTooLong: '5,000줄이 넘어 PDF로 만들지 않았습니다. 기간을 줄이거나 XLSX로 내려받으세요.',
    noTemplate: '이 PC의 매뉴얼에 처리부를 인쇄하는 서식이 없습니다. XLSX로 내려받으세요.',
  } as { [why: string]: string },
  gone: '이 PC에 파일이 없습니다. 필요하면 다시 내려받으세요.',
  elsewhere: '다른 PC에서 내려받았습니다.',
  fileFailed: (why: string) => `파일을 쓰지 못했습니다: ${why}. 디스크를 확인하고 다시 내려받으세요.`,
}
