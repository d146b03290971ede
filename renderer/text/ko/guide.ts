import type { PcRefusal } from '../../../domain/hall.ts'
import type { SessionRefusal } from '../../../domain/people/session.ts'

/** The words of the guide for a citizen. */
export const guideWords = {
  title: '준비물 안내',
  open: '준비물 안내…',
  print: '인쇄',
  pdf: 'PDF로 보관',
  printed: '프린터로 보냈습니다.',
  of: (kind: string) => `${kind} 준비물 안내`,
  kept: (path: string) => `보관한 곳: ${path}`,
  opening: '안내문을 만들고 있습니다.',
  notLaidOut: '이 판에는 안내문의 서식 틀이 없습니다. 감독자에게 알리세요.',
  link: '민원인이 휴대전화로 볼 주소',
  noTrace: '인쇄해도 민원 기록에 남지 않습니다.',
}

/** Why a PC could not do what it does by itself. */
export const pcRefusals = {
  noSheet: '이 민원이나 안내문의 서식 틀이 이 PC에 없습니다. 회선이 이어진 뒤에 다시 하세요.',
  printerMissing: '이 PC에 프린터가 없습니다. 프린터를 연결하거나 민원인에게 QR을 보여 주세요.',
  pcPrinterMissing: '이 PC가 쓰기로 한 프린터(--printer)가 없습니다. 프린터를 연결하거나 관리자에게 알리세요.',
  printFailed: '프린터가 받지 않았습니다. 프린터를 확인하고 다시 인쇄하세요.',
  fileNotKept: 'PDF를 이 PC에 두지 못했습니다. 디스크의 빈 곳을 확인하고 다시 하세요.',
  numberKeyMissing: '이 PC에 주민등록번호를 봉인하는 열쇠가 없습니다. 관리자에게 이 PC의 연결을 요청하세요.',
} satisfies Record<Exclude<PcRefusal, SessionRefusal>, string>
