import { fieldNames, optionNames } from './supervisor-manual-fields.ts'

/** The words of what an edition changed, and of what clerks say of the manual. */
export const changesWords = {
  fields: fieldNames,
  options: optionNames as Record<string, Record<string, string>>,
  title: '지난 판과 비교',
  was: '전',
  now: '뒤',
  none: '없음',
  notKnown: '미확정',
  yes: '예',
  no: '아니요',
  order: '차례',
  recent: '최근 바뀜',
  whole: '전체',
  changed: (from: number, to: number, since: string) => `제${from}판 → 제${to}판 · ${since} 시행`,
  isNew: (edition: number, since: string) => `제${edition}판에 새로 들어옴 · ${since} 시행`,
  unchanged: '바뀐 적이 없습니다.',
  notHere: (edition: number) => `제${edition}판이 이 PC에 없어 비교할 수 없습니다.`,
  table: (name: string) => `${name}: 바뀐 항목`,
}

export const newsWords = {
  title: '매뉴얼이 바뀌었습니다',
  line: (edition: number, kinds: number) => `제${edition}판: 민원 ${kinds}종이 바뀌었습니다`,
  since: (day: string) => `${day} 시행`,
  open: '바뀐 것 보기',
  read: '읽었습니다',
  unread: (n: number) => `안 읽은 개정 ${n}`,
  what: { added: '새로 생김', changed: '바뀜', removed: '없어짐' },
}

export const proposalWords = {
  title: '수정 제안',
  text: '고칠 내용 한 줄',
  place: '어느 항목',
  anywhere: '정하지 않음',
  send: '제안 보내기',
  hint: '200자까지. 이름, 번호, 주소처럼 사람을 알아볼 수 있는 것은 적지 마세요.',
  mine: '내가 보낸 제안',
  waiting: '검토 전',
  taken: '반영함',
  declined: '반영하지 않음',
  sent: '보냈습니다. 편집자의 답이 여기에 나옵니다.',
}
