import { actNames } from '../case/act-names.ts'
import type { LongSheet } from '../register/register-words.ts'
import { isoOf } from '../time.ts'
import type { AccessLine } from '../views/view-accesses.ts'
import type { AccessKind } from './access-kinds.ts'
import type { Unusual } from './access-unusual.ts'

/** 접속기록 as a sheet of texts, in Korean whatever language a screen speaks: the five things that the rule names, and why. */
export function accessSheet(lines: Iterable<AccessLine>): LongSheet {
  return {
    name: '접속기록',
    columns: columns.map(({ head, width }) => ({ head, width })),
    rows: rowsOf(lines),
  }
}

function* rowsOf(lines: Iterable<AccessLine>): Iterable<string[]> {
  for (const line of lines) yield columns.map((column) => column.text(line))
}

type Column = { head: string; width: number; text: (line: AccessLine) => string }

const columns: readonly Column[] = [
  { head: '접속일시', width: 19, text: ({ at }) => isoOf(at).slice(0, 19).replace('T', ' ') },
  { head: '식별자', width: 16, text: ({ person = '' }) => person },
  { head: '성명', width: 12, text: ({ name = '' }) => name },
  { head: '접속지', width: 16, text: ({ machine }) => machine },
  { head: '처리한 정보주체(접수번호)', width: 22, text: ({ about }) => about?.receiptNo ?? '' },
  { head: '민원명', width: 32, text: ({ about }) => about?.title ?? '' },
  { head: '수행업무', width: 24, text: (line) => workOf(line) },
  { head: '사유', width: 36, text: ({ reason = '' }) => reason },
  { head: '살펴볼 점', width: 24, text: ({ unusual }) => unusual.map((u) => unusualNames[u]).join(', ') },
]

/** Of an act what it was: 처리(접수). */
function workOf({ kind, what }: AccessLine): string {
  const act = kind === 'acted' ? (actNames as { [type: string]: string | undefined })[what] : undefined
  return act === undefined ? kindNames[kind] : `${kindNames[kind]}(${act})`
}

const kindNames: Record<AccessKind, string> = {
  read: '열람',
  unmasked: '가린 정보 보기',
  lookedUp: '다른 창구 민원 조회',
  takenOut: '보관 자료 꺼내기',
  printed: '출력',
  exported: '내려받기',
  signedIn: '근무 시작',
  signedOut: '근무 마침',
  failed: '로그인 실패',
  reviewed: '접속기록 점검',
  acted: '처리',
}

const unusualNames: Record<Unusual, string> = {
  outsideHours: '근무시간 밖',
  manyReads: '하루 열람이 많음',
  manyLookUps: '하루 조회가 많음',
  lookUpWithoutAct: '조회 뒤 처리 없음',
  unmasked: '가린 정보 봄',
  exported: '내려받음',
  failuresInRow: '거듭된 로그인 실패',
}
