import type { Confidence, Document, Period, PetitionClass, Question, Step, VerifyBy } from '../../domain/manual.ts'
import type { FieldType } from '../../domain/form.ts'
import type { z } from 'zod'

type Named<T extends string> = Record<T, string>

/** What the fields of a kind are called, by their way without numbers; also in the differences between editions. */
export const fieldNames = {
  ...{ code: '코드', 'name.ko': '이름', 'name.en': '영어 이름', name: '이름', category: '분류', type: '민원 종류' },
  ...{ petition: '민원의 구분', complex: '복합민원', priorReview: '사전심사 대상', otherAgencyIssue: '다른 기관 교부' },
  ...{ scope: '사무 범위', intake: '접수처', authority: '처분청', result: '결과', appeal: '불복', note: '덧붙임' },
  ...{ law: '근거 법령', 'law.law': '법령', 'law.article': '조문', 'law.heading': '조문 제목' },
  ...{ period: '처리기간', 'period.unit': '처리기간 단위', 'period.value': '처리기간' },
  ...{ periodSource: '처리기간 출처', periodNote: '처리기간 덧붙임' },
  ...{ fee: '수수료', 'fee.won': '수수료(원)', 'fee.source': '수수료 출처', 'fee.means': '납부 수단' },
  ...{ 'fee.note': '수수료 덧붙임', 'fee.cases': '경우에 따른 수수료', 'fee.cases.when': '조건식' },
  ...{ 'fee.cases.won': '금액(원)', 'fee.cases.note': '덧붙임', 'fee.reductions': '감면' },
  ...{ 'fee.reductions.id': '식별자', 'fee.reductions.ko': '이름', 'fee.reductions.en': '영어 이름' },
  ...{ 'fee.reductions.percent': '감면율(%)', 'fee.reductions.won': '감면액(원)', 'fee.reductions.basis': '근거' },
  ...{ documents: '구비서류', 'documents.id': '식별자', 'documents.name': '서류', 'documents.providedBy': '누가 내나' },
  ...{ 'documents.verifyBy': '누가 확인하나', 'documents.basis': '근거', 'documents.condition': '내는 경우' },
  ...{ 'documents.when': '조건식', 'documents.original': '원본' },
  ...{ questions: '질문', 'questions.id': '식별자', 'questions.ask.ko': '질문', 'questions.ask.en': '영어 질문' },
  ...{ 'questions.type': '답의 꼴', 'questions.unit': '단위', 'questions.because': '묻는 사유' },
  ...{ 'questions.options': '선택지', 'questions.options.id': '식별자', 'questions.options.ko': '선택지' },
  ...{ 'questions.options.en': '영어 선택지' },
  ...{ conditions: '요건', 'conditions.id': '식별자', 'conditions.text': '요건', 'conditions.when': '해당 조건식' },
  ...{ 'conditions.holds': '충족 조건식' },
  ...{ steps: '처리 단계', 'steps.id': '식별자', 'steps.title': '단계', 'steps.action': '할 일', 'steps.who': '누가' },
  ...{
    'steps.stage': '때',
    'steps.checks': '확인 항목',
    'steps.checks.id': '식별자',
    'steps.checks.text': '확인 항목',
  },
  ...{ 'steps.checks.document': '서류 식별자', 'steps.checks.condition': '요건 식별자' },
  ...{ form: '신청서', 'form.name': '서식', 'form.title': '서식 제목', rrnBasis: '주민등록번호 근거 법령' },
  ...{ 'form.fields': '신청서 항목', 'form.fields.id': '식별자', 'form.fields.label.ko': '항목' },
  ...{ 'form.fields.label.en': '영어 항목', 'form.fields.type': '꼴', 'form.fields.required': '꼭 적음' },
  ...{ 'form.fields.hint': '도움말', 'form.fields.unit': '단위', 'form.fields.max': '글자 수' },
  ...{ 'form.fields.options': '선택지', 'form.fields.options.id': '식별자', 'form.fields.options.ko': '선택지' },
  ...{ 'form.fields.options.en': '영어 선택지' },
  ...{ synonyms: '다르게 부르는 말', sources: '출처', confidence: '전체 확인 정도', fieldConfidence: '확인 정도' },
  ...{ 'fieldConfidence.legalBasis': '근거 법령 확인', 'fieldConfidence.requiredDocuments': '구비서류 확인' },
  ...{ 'fieldConfidence.processingPeriod': '처리기간 확인', 'fieldConfidence.fee': '수수료 확인' },
  ...{ 'fieldConfidence.steps': '단계 확인', 'fieldConfidence.form': '신청서 확인' },
}
type FieldName = keyof typeof fieldNames

/** The values that are chosen from a list, by the field. */
export const optionNames = {
  petition: {
    ...{ legal: '법정민원', inquiry: '질의민원', proposal: '건의민원', grievance: '고충민원', other: '기타민원' },
  } satisfies Named<z.infer<typeof PetitionClass>>,
  scope: { metropolitan: '시·도 사무', district: '시·군·구 사무', transferred: '다른 기관에 넘긴 사무' },
  intake: { hall: '이 민원실', other: '다른 기관' },
  'period.unit': {
    ...{ immediate: '즉시', hours: '시간', days: '일', weeks: '주', months: '월', years: '년' },
  } satisfies Named<z.infer<typeof Period>['unit']>,
  'documents.providedBy': { applicant: '민원인', agency: '기관' } satisfies Named<
    z.infer<typeof Document>['providedBy']
  >,
  'documents.verifyBy': {
    ...{ applicant: '민원인이 냄', id: '신분증으로', ownRecords: '우리 기관 대장' },
    ...{ sharedInfo: '행정정보 공동이용', directIssue: '직접 발급' },
  } satisfies Named<z.infer<typeof VerifyBy>>,
  'questions.type': { choice: '고르기', yesNo: '예·아니오', number: '수' } satisfies Named<
    z.infer<typeof Question>['type']
  >,
  'steps.stage': { examine: '결정 전', handOver: '결정 뒤' } satisfies Named<z.infer<typeof Step>['stage']>,
  'form.fields.type': {
    ...{
      text: '짧은 글',
      longText: '긴 글',
      date: '날짜',
      number: '수',
      money: '금액',
      phone: '전화',
      email: '전자우편',
    },
    ...{
      businessNo: '사업자등록번호',
      corporateNo: '법인등록번호',
      address: '주소',
      choice: '고르기',
      tick: '표시',
      residentNo: '주민등록번호',
    },
  } satisfies Named<FieldType>,
  confidence: {
    ...{ sourced: '원문 확인', partial: '일부 확인', memory: '확인 전', composed: '정리한 것', unknown: '모름' },
  } satisfies Named<z.infer<typeof Confidence>>,
} satisfies Partial<Record<FieldName, Record<string, string>>>
