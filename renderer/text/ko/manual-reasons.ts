import type { Event } from '../../../domain/hall.ts'
import type { AmendmentEvent, AmendmentRefusal } from '../../../domain/manual/amendment.ts'
import type { UseEvent, UseRefusal } from '../../../domain/manual/manual-use.ts'

/** Why an act on the manual is not possible now, and what to do. */
export const manualRefusals = {
  amendmentKnown: '이미 있는 개정안입니다.',
  amendmentUnknown: '없는 개정안입니다. 목록에서 다시 고르세요.',
  amendmentOver: '시행했거나 버린 개정안입니다. 새 개정안을 만드세요.',
  amendmentUnderReview: '검토 중인 개정안은 고칠 수 없습니다. 먼저 되돌려받으세요.',
  amendmentEmpty: '바꾼 것이 없는 개정안입니다. 민원을 골라 고친 뒤 검토를 요청하세요.',
  notOffered: '검토를 요청한 개정안이 아닙니다.',
  reviewByAuthor: '고치거나 뺀 사람은 승인할 수 없습니다. 다른 편집자나 감독자가 검토하세요.',
  notApproved: '승인된 개정안만 시행할 수 있습니다. 먼저 검토를 받으세요.',
  returnReasonMissing: '되돌리는 사유를 적으세요.',
  effectiveInPast:
    '시행일은 오늘이나 그 뒤여야 하고, 앞선 판의 시행일보다 빠를 수 없습니다. 급하면 판 탭에서 기다리는 판을 먼저 철회하세요.',
  effectiveTooFar: '시행일은 오늘부터 366일 안이어야 합니다. 연도를 확인하세요.',
  amendmentMovedOn: '읽는 동안 다시 고쳐 검토를 요청한 개정안입니다. 지금 내용을 다시 읽고 승인하거나 되돌리세요.',
  partMovedOn:
    '그사이 다른 사람이 같은 곳을 고쳐 담았습니다. 그 글은 그대로 있습니다. 차이를 보고 다시 고르거나 담으세요.',
  contentUnreadable: '읽을 수 없는 글이라 담지 않았습니다. 양식이나 원문에서 고친 뒤 다시 담으세요.',
  changeTooLong: '한 번에 담기에는 글이 너무 깁니다. 부분을 몇 번에 나누어 담으세요.',
  partNotIn: '이 개정안에 없는 부분입니다. 화면을 다시 보세요.',
  editionInForce: '이미 시행된 판은 철회할 수 없습니다. 앞선 판으로 되돌리세요.',
  editionNotNewest: '가장 새 판부터 차례로 철회하세요. 뒤의 판이 이 판의 내용을 담고 있습니다.',
  manualFaulty: '매뉴얼에 고칠 곳이 남아 있습니다. 개정안에 표시된 곳을 고쳐 다시 담으세요.',
  amendmentOvertaken:
    '담은 뒤에 다른 판이 같은 곳을 바꾸었거나 바탕으로 삼은 판이 철회되었습니다. 되돌려 차이를 확인하고 그 곳을 다시 담은 다음 검토받으세요.',
  nothingChanges: '지금 매뉴얼과 같습니다. 바뀌는 것이 없어 새 판을 만들지 않았습니다.',
  editionUnknown: '없는 판입니다. 목록에서 다시 고르세요.',
  editionNotHere: '그 판의 내용이 서버에 없습니다. 관리자에게 알리세요.',
  proposalKnown: '이미 보낸 제안입니다.',
  proposalUnknown: '없는 제안입니다. 목록에서 다시 고르세요.',
  proposalSettled: '이미 답한 제안입니다.',
  personInText: '사람을 알아볼 수 있는 번호나 전자우편 주소가 들어 있습니다. 빼고 적으세요(개인정보 보호법 제3조).',
  useDayOff: '오늘까지 31일 안의 것만 보낼 수 있습니다. 이 PC의 시계를 확인하세요.',
  editionReadAlready: '이미 읽은 판입니다.',
} satisfies Partial<Record<AmendmentRefusal | UseRefusal, string>>

/** What happened to the manual, as a line of a record says it. */
export const manualHappenings = {
  amendmentOpened: '개정안 만듦',
  amendmentChanged: '개정안 고침',
  partLeft: '개정안에서 뺌',
  amendmentOffered: '개정안 검토 요청',
  amendmentReviewed: '개정안 검토',
  amendmentDropped: '개정안 버림',
  editionWithdrawn: '시행 전 판 철회',
  folderRead: '매뉴얼 폴더 읽음',
  editionKeySet: '판 서명 열쇠 정함',
  correctionProposed: '수정 제안',
  proposalSettled: '제안에 답함',
  editionRead: '개정 내용 읽음',
  useTold: '매뉴얼 쓰임 집계',
} satisfies Record<
  (AmendmentEvent | UseEvent | (Event & { type: 'editionKeySet' | 'editionWithdrawn' | 'folderRead' }))['type'],
  string
>
