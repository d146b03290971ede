import type { FieldProblem, FieldType } from '../../../domain/manual/form.ts'
import type { PetitionClass } from '../../../domain/manual/manual.ts'

const problems: Record<FieldProblem, string> = {
  empty: '비워 둘 수 없는 항목입니다.',
  tooLong: '글자가 너무 많습니다.',
  notAnOption: '하나를 고르세요.',
  notADate: '없는 날짜입니다. 2026-03-10처럼 적으세요.',
  notANumber: '숫자로 적으세요.',
  notAPhone: '전화번호가 아닙니다. 지역번호까지 적으세요.',
  notAnEmail: '전자우편 주소가 아닙니다.',
  notABusinessNo: '사업자등록번호가 아닙니다. 열 자리와 끝자리를 확인하세요.',
  notAResidentNo: '주민등록번호 열세 자리를 확인하세요. 앞 여섯 자리는 생년월일입니다.',
  notACorporateNo: '법인등록번호는 열세 자리입니다.',
}
const examples: Partial<Record<FieldType, string>> = {
  date: '2026-03-10',
  phone: '02-1234-5678',
  email: 'name@example.kr',
  businessNo: '000-00-00000',
  corporateNo: '000000-0000000',
  residentNo: '000000-0000000',
}
const petitions: Record<PetitionClass, string> = {
  legal: '법정민원',
  inquiry: '질의민원',
  proposal: '건의민원',
  grievance: '고충민원',
  other: '기타민원',
}

/** The words of an application form and of its signature. */
export const formWords = {
  problems,
  examples,
  petitions,
  title: '신청서',
  fields: '신청서 항목',
  required: '필수',
  optional: '선택',
  unchosen: '고르지 않음',
  doubtful: '끝자리가 검증 규칙과 다릅니다. 등기사항증명서와 대조하세요.',
  complex: '복합민원',
  priorReview: '사전심사',
  otherAgencyIssue: '다른 기관 교부',
  signature: {
    title: '서명',
    pad: '서명란',
    drawn: '서명이 있습니다',
    empty: '아직 서명이 없습니다',
    clear: '서명 지우기',
    onPaper: '서명 확인(종이에 서명함)',
    hint: '민원인이 펜이나 손가락으로 서명합니다. 종이에 서명했으면 서명 확인을 표시하세요.',
  },
}
