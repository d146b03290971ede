import type { CaseState } from '../case/case.ts'
import { outcomeWords, reviewWords, writtenMoney, writtenPeriod } from '../paper/paper-words.ts'
import type { SuspensionReason } from '../period/deadline.ts'
import { dayOf, isoOf, type Instant } from '../time.ts'
import type { Which } from './register-export.ts'
import type { Remark } from './register-remarks.ts'
import type { RegisterRow } from './register.ts'

/** The register as a sheet of texts. It is kept in Korean whatever language a screen speaks. */

export type Sheet = { name: string; columns: { head: string; width: number }[]; rows: string[][] }

/** A sheet whose lines are made while it is written: however long, it never stands in memory as a whole. */
export type LongSheet = Omit<Sheet, 'rows'> & { rows: Iterable<string[]> }

type Column = { head: string; width: number; text: (row: RegisterRow) => string }

export const registerNames: Record<Which, string> = { petitions: '민원 처리부', objections: '이의신청처리대장' }

/** The register in the columns of 별지 제1호 or, for objections, of 별지 제12호 (시행규칙 제3조·제12조). */
export function registerSheet(rows: readonly RegisterRow[], which: Which): Sheet {
  const columns = which === 'petitions' ? petitionColumns : objectionColumns
  return {
    name: registerNames[which],
    columns: columns.map(({ head, width }) => ({ head, width })),
    rows: rows.map((row) => columns.map((column) => column.text(row))),
  }
}

const column = (head: string, width: number, text: Column['text']): Column => ({ head, width, text })
const day = (on: string | undefined): string => on ?? ''
/** 2026-11-24 10:00, which a spreadsheet sorts rightly. */
const time = (at: Instant | undefined): string => (at === undefined ? '' : isoOf(at).slice(0, 16).replace('T', ' '))

const first: Column[] = [
  column('접수번호', 16, (r) => r.receiptNo),
  column('접수일시', 17, (r) => time(r.receivedAt)),
  column('임시번호', 12, (r) => r.provisionalNo ?? ''),
  column('입력일시', 17, (r) => time(r.enteredAt)),
]
const person: Column[] = [column('성명', 14, (r) => r.name), column('주소', 32, (r) => r.address)]
const due: Column = column('처리기한', 17, (r) => dueText(r))
const notice: Column[] = [
  column('통지일', 12, (r) => day(r.notifiedOn)),
  column('통지방법', 12, (r) => (r.told === undefined ? '' : channels[r.told])),
]
const responsible: Column[] = [column('담당부서', 16, (r) => r.department), column('담당자', 12, (r) => r.clerk)]
const remarks: Column = column('비고', 36, (r) => [...lateText(r), ...r.remarks.map(remarkText)].join(', '))

const petitionColumns: readonly Column[] = [
  ...first,
  column('민원명', 32, (r) => r.title),
  ...person,
  column('처리기간', 14, (r) => (r.period ? writtenPeriod(r.period) : '미확정')),
  due,
  column('연장·불산입', 32, (r) => uncountedText(r)),
  ...responsible,
  column('처리결과', 12, (r) => resultText(r)),
  column('처리일', 12, (r) => day(r.doneOn)),
  ...notice,
  column('교부일', 12, (r) => day(r.handedOverOn)),
  column('수수료', 18, (r) => feeText(r)),
  remarks,
]
const objectionColumns: readonly Column[] = [
  ...first,
  ...person,
  column('대상 민원', 32, (r) => r.title),
  column('거부처분을 받은 날', 16, (r) => day(r.refusalReceivedOn)),
  { ...due, head: '결정기한' },
  column('결정기간 연장', 16, (r) => uncountedText(r)),
  ...responsible,
  column('결정 결과', 12, (r) => resultText(r)),
  column('결정일', 12, (r) => day(r.doneOn)),
  ...notice,
  remarks,
]

function dueText({ due: end, stands }: RegisterRow): string {
  if (stands) return '(멈춤)'
  return end === undefined ? '' : end.byHours ? time(end.at) : dayOf(end.at)
}

const lateText = ({ late }: RegisterRow): string[] => (late ? ['기한 경과'] : [])

/** 500원(정한 수수료 1,000원) */
function feeText({ fee }: RegisterRow): string {
  if (!fee) return ''
  return fee.won === fee.table
    ? writtenMoney(fee.won)
    : `${writtenMoney(fee.won)}(정한 수수료 ${writtenMoney(fee.table)})`
}

const stopNames: Record<SuspensionReason, string> = {
  supplement: '보완',
  transport: '송부',
  representatives: '대표자 선정',
  hearing: '의견 청취',
  examination: '시험·감정',
  priorAct: '사전 절차',
  outage: '시스템 장애',
  verification: '확인·발급',
  investigation: '현장조사',
}

const uncountedText = ({ extensions, stops }: RegisterRow): string =>
  [
    ...extensions.map((e) => `${e.nth}차 연장 ${writtenPeriod(e.length)}`),
    ...stops.map((s) => `${stopNames[s.reason]} ${s.from}~${s.to ?? ''}`),
  ].join(', ')

const states: Record<CaseState, string> = {
  received: '접수',
  inProgress: '처리 중',
  supplement: '보완 중',
  suspended: '불산입',
  decided: '결정',
  notified: '통지',
  awaitingPickup: '교부 대기',
  closed: '종결',
}
/** 사전심사 (법 제30조): its result says what can be granted, and grants nothing. */
export const isPriorReview = ({ remarks: all }: RegisterRow): boolean => all.some(({ what }) => what === 'priorReview')

function resultText(row: RegisterRow): string {
  if (row.outcome === undefined) return states[row.state]
  return (isPriorReview(row) ? reviewWords[row.outcome] : undefined) ?? outcomeWords[row.outcome]
}

const channels: Record<NonNullable<RegisterRow['told']>, string> = {
  inPerson: '방문',
  letter: '문서',
  phone: '전화',
  sms: '문자',
  email: '전자우편',
  fax: '팩스',
  web: '누리집',
}

const remarkNames: Record<Remark['what'], string> = {
  objectionTo: '이의신청 대상',
  replaces: '오접수 취소분을 다시 접수',
  objection: '이의신청',
  transferred: '이송',
  corrected: '결정 정정',
  reminded: '독촉',
  joint: '다수 민원인',
  priorReview: '사전심사',
  fieldCorrected: '직권 보정',
  takenOut: '보관 자료에서 꺼냄',
  destroyed: '파기됨',
  reopened: '이의신청 인용으로 다시 처리',
  formerRefused: '처음 결정 거부',
  formerPartly: '처음 결정 일부 처리',
}
const remarkText = ({ what, on, text }: Remark): string =>
  [remarkNames[what], ...(text === undefined ? [] : [text]), ...(on === undefined ? [] : [`(${on})`])].join(' ')
