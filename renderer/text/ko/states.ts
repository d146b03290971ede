import type { CaseOutcome, DocumentMark } from '../../../domain/case/case.ts'
import type { Channel } from '../../../domain/case/procedure.ts'
import type { PauseReason } from '../../../domain/queue/counter.ts'
import type { TicketClass } from '../../../domain/queue/ticket.ts'
import type { HoldReason, VisitState } from '../../../domain/queue/visit.ts'
import type { CaseLine, PersonView, TileView } from '../../../domain/views/views.ts'

/** The names of states, sorts and reasons. */
export const classes: Record<TicketClass, string> = {
  returnPromised: '약속 재방문',
  priority: '우선배려',
  booked: '예약',
  ordinary: '일반',
}
export const visitStates: Record<VisitState, string> = {
  called: '호출 중',
  serving: '응대 중',
  held: '보류',
  noShow: '부재',
  returned: '순번으로',
  transferred: '보냄',
  completed: '종료',
}
export const holdReasons: Record<HoldReason, string> = {
  fillingForm: '신청서 작성',
  payingFee: '수수료 납부',
  askingOffice: '담당 부서 문의',
  other: '그 밖',
}
export const pauseReasons: Record<PauseReason, string> = {
  meal: '식사',
  training: '교육',
  away: '자리 비움',
  backOffice: '내부 업무',
}
export const roles: Record<PersonView['role'], string> = {
  clerk: '담당자',
  guide: '안내',
  editor: '매뉴얼 편집자',
  supervisor: '감독자',
  administrator: '관리자',
}
export const tileStates: Record<TileView['state'], string> = {
  closed: '닫힘',
  free: '비어 있음',
  called: '호출',
  serving: '응대',
  paused: '멈춤',
}
export const caseStates: Record<CaseLine['state'], string> = {
  received: '접수',
  inProgress: '처리 중',
  decided: '결정됨',
  notified: '통지됨',
  supplement: '보완 중',
  suspended: '불산입',
  awaitingPickup: '교부 대기',
  closed: '종결',
}
export const outcomes: Record<CaseOutcome, string> = {
  granted: '수리·허가',
  partly: '일부 인용',
  refused: '거부',
  answered: '회신',
  accepted: '인용',
  dismissed: '기각',
  withdrawn: '취하',
  voided: '오접수 취소',
  returned: '반려',
  deemedWithdrawn: '취하 간주',
  transferredOut: '이송',
  repeatClosed: '반복 종결',
  notProcessed: '처리 예외',
  uncollectedClosed: '미수령 종결',
}
export const documentMarks: Record<DocumentMark, string> = {
  received: '받음',
  verified: '확인함',
  missing: '없음',
  notNeeded: '해당 없음',
}
export const channels: Record<Channel, string> = {
  inPerson: '방문',
  letter: '문서(우편)',
  phone: '전화',
  sms: '문자',
  email: '전자우편',
  fax: '팩스',
}
