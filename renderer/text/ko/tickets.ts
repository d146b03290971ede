import type { Event } from '../../../domain/hall.ts'
import type { TicketRefusal } from '../../../domain/queue/ticket-acts.ts'
import type { TicketEvent } from '../../../domain/queue/ticket.ts'

/** 번호표: why an act is not possible, and what happened. */

export const ticketRefusals = {
  issueStopped: '번호표 발급을 멈춘 상태입니다. 창구와 안내도우미는 발급할 수 있습니다.',
  ticketsNotYet: '아직 번호표를 발급하는 시간이 아닙니다. 창구와 안내도우미는 발급할 수 있습니다.',
  ticketsOver: '오늘 번호표 발급을 마쳤습니다. 창구와 안내도우미는 발급할 수 있습니다.',
  dayOff: '오늘은 번호표를 발급하지 않는 날입니다. 창구와 안내도우미는 발급할 수 있습니다.',
  ticketLimitReached: '오늘 번호표를 정한 수만큼 모두 발급했습니다. 창구와 안내도우미는 더 발급할 수 있습니다.',
  kioskUnknown: '이 발급기가 민원실 설정(hall.yaml)에 없습니다. 관리자에게 알리세요.',
  labelNotOwn: '그 발급기가 오늘 쓸 수 있는 번호가 아닙니다. 번호표를 새로 발급하세요.',
  printerUnknown: '이 발급기에는 서버가 인쇄하는 프린터가 없습니다. 다른 발급기를 고르세요.',
  printedTooOften: '이 번호표는 이미 여러 번 인쇄했습니다. 화면의 번호를 적어 주세요.',
  printNotAsked: '기다리는 인쇄가 아닙니다.',
  nothingToResume: '번호표 발급이 멈추어 있지 않습니다.',
  stoppedAlready: '이미 같은 사유로 번호표 발급을 멈추었습니다.',
} satisfies Partial<Record<TicketRefusal, string>>

export const ticketHappenings = {
  ticketIssued: '번호표 발급',
  ticketCancelled: '번호표 취소',
  ticketBroughtBack: '부재 번호 복귀',
  ticketClassSet: '번호표 구분 바꿈',
  ticketSent: '번호표를 창구로 보냄',
  slipQueued: '번호표 인쇄 요청',
  slipPrinted: '번호표 인쇄됨',
  slipFailed: '번호표 인쇄 안 됨',
  issueStopped: '번호표 발급 멈춤',
  issueResumed: '번호표 발급 다시 시작',
} satisfies { [T in TicketEvent['type'] & Event['type']]: string }
