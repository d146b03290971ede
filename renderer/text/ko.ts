import type { HitField } from '../../domain/find/find.ts'
import type { EditionFault } from '../../domain/views/view-line.ts'
import { brief } from './brief.ts'
import { formerKindKo } from './former-kind.ts'
import { accessWords } from './ko/access.ts'
import { caseWords, manualWords } from './ko/case.ts'
import { changesWords, newsWords, proposalWords } from './ko/changes.ts'
import { floor, paper } from './ko/floor.ts'
import { formWords } from './ko/form.ts'
import { guideWords } from './ko/guide.ts'
import { intakeWords } from './ko/intake.ts'
import { pairingWords } from './ko/machines.ts'
import { paperWords } from './ko/paper.ts'
import { procedureWords } from './ko/procedure.ts'
import { bellWords, queueWords } from './ko/queue.ts'
import { readingWords } from './ko/reading.ts'
import { happenings, refusals } from './ko/reasons.ts'
import { signInWords } from './ko/sign-in.ts'
import * as states from './ko/states.ts'

const fields: Record<HitField, string> = {
  name: '',
  code: '번호에서 찾음',
  synonym: '다른 이름에서 찾음',
  law: '법령에서 찾음',
  document: '서류에서 찾음',
  english: '영문 이름에서 찾음',
  form: '서식 이름에서 찾음',
  condition: '요건에서 찾음',
  step: '단계에서 찾음',
  result: '결과물에서 찾음',
}

const search = {
  label: '민원 찾기',
  placeholder: '민원 이름, 초성, 법령, 접수번호, 문서확인번호',
  found: (count: number) => `${count}건`,
  none: '찾은 민원이 없습니다. 다른 낱말이나 초성으로 찾으세요.',
  code: '번호',
  kind: '민원사무',
  period: '처리기간',
  fee: '수수료',
  choose: '고르기',
  receive: '이 민원 접수',
  preview: '매뉴얼만 열기',
  close: '닫기',
  similar: (text: string) => `‘${brief(text)}’에 맞는 민원은 이 매뉴얼에 없습니다. 비슷한 것:`,
  mentioned: (text: string) => `‘${brief(text)}’에 맞는 민원은 없고, 이 말이 나오는 민원이 있습니다:`,
  fields,
  readAs: (text: string) => `한글로 바꿔 찾음: ${text}`,
  failed: '매뉴얼을 찾지 못했습니다. 다시 입력하세요.',
  cases: '접수한 민원',
  openCase: '이 민원 열기',
  takeOut: '보관 자료에서 꺼내기',
  destroyedOn: (day: string) => `파기됨 ${day}`,
  moreCases: '민원이 더 있습니다. 접수번호를 더 길게 넣으세요.',
  receivedOn: (day: string) => `${day} 접수`,
  closedOn: (day: string) => `${day} 종결`,
}

const contents = {
  title: '민원 차례',
  recent: '최근에 쓴 민원',
  frequent: '자주 쓰는 민원',
  groups: '분류별로 보기',
  count: (count: number) => `${count}종`,
}

const home = {
  cases: '내가 맡은 민원',
  noCases: '맡은 민원이 없습니다.',
  byDue: (count: number) => `기한 순 ${count}건`,
  counters: '전체 창구',
  noCounters: '민원실 창구 정보가 아직 없습니다.',
  mine: '내 창구',
  chosen: '고른 민원',
  prompt: 'F9를 누르고 민원을 찾으세요.',
  bandGo: '이 창구는 계속 일할 수 있습니다',
  bandGoText: '접수 · 단계 처리 · 결정 · 매뉴얼 찾기',
  bandWait: '회선이 이어질 때까지 기다립니다',
  bandWaitText: '다음 호출 · 재호출 · 다른 창구의 민원 보기 · 행정정보 조회',
  back: '처음 화면',
  manualTitle: '매뉴얼을 받고 있습니다',
  manualText:
    '이 PC에 매뉴얼이 처음 오는 중입니다. 다 받으면 민원을 찾고 접수할 수 있습니다. 호출과 응대는 지금 됩니다.',
  manualGot: (percent: number) => `${percent}% 받음`,
  pausedTitle: '창구가 멈춰 있습니다',
  pausedText: '민원인을 부르거나 받으려면 창구를 다시 여세요.',
  reopen: '창구 다시 열기',
}

const editionFaults: Record<EditionFault, string> = {
  partWrong: '조각이 맞지 않아 다시 요청',
  hashDiffers: '내용이 해시와 달라 다시 요청',
  signatureWrong: '서명이 맞지 않음',
  tooLong: '너무 큼',
  notAtHall: '서버에 내용이 없음',
  unreadable: '이 프로그램이 읽지 못함',
}

const receive = {
  title: '접수',
  name: '민원인 이름',
  birth: '생년월일',
  birthHint: '예: 1984-03-02',
  contact: '연락처',
  address: '주소',
  optional: '선택',
  badBirth: '생년월일을 1984-03-02처럼 넣으세요.',
  nameMissing: '이름을 넣으세요',
  done: '접수하기',
  cancel: '접수하지 않기',
  onVisit: (label: string) => `${label} 응대에 접수`,
  noVisit: '응대 없이 접수',
  why: '이 민원을 처리하는 데만 씁니다.',
}

export const ko = {
  product: '창구',
  close: '닫기',
  incomplete: '필요한 칸을 채우세요',
  missing: {
    fill: (label: string) => `‘${label}’ 칸을 채우세요.`,
    choose: (label: string) => `‘${label}’에서 고르세요.`,
    correct: (label: string) => `‘${label}’ 칸을 고쳐 적으세요.`,
  },
  dismiss: '닫기',
  unknown: '미확정 · 감독자 확인 필요',
  unknownShort: '미확정',
  unreachable: '민원실 서버에 연결되지 않습니다. 이 일은 회선이 이어진 뒤 할 수 있습니다.',
  doneEarlier: (act: string, when: string) =>
    `먼저 한 일보다 이른 시각입니다: ${act}(${when}). 한 일의 시각을 그 뒤로 다시 적으세요.`,
  broken: '이 PC의 프로그램에 문제가 생겨 하지 못했습니다. 다시 해 보고, 계속되면 감독자에게 알리세요.',
  counter: (number: number) => `창구 ${number}`,
  edition: (edition: number | string) => `표준 매뉴얼 ${edition}판`,
  editionComing: (edition: number, day: string) => `${day}부터 ${edition}판`,
  editionShort: (edition: number | string) => `${edition}판`,
  noEdition: '매뉴얼 없음',
  help: '도움말',
  lock: '잠금',
  signOut: '근무 마침',
  language: 'English',
  pause: '멈춤',
  refusals,
  happenings,
  ...states,
  floor,
  paper,
  search,
  contents,
  home,
  receive,
  case: caseWords,
  manual: manualWords,
  formerKind: formerKindKo,
  reading: readingWords,
  form: formWords,
  intake: intakeWords,
  access: accessWords,
  changes: changesWords,
  news: newsWords,
  proposals: proposalWords,
  guide: guideWords,
  papers: paperWords,
  queue: queueWords,
  bell: bellWords,
  procedure: procedureWords,
  pairing: pairingWords,
  line: {
    label: '회선 상태',
    online: '회선 연결',
    heard: (at: string) => `${at} 수신`,
    offline: (since: string) => `오프라인 · ${since}부터`,
    recovering: '서버 복구 중',
    awaited: (count: number) => ` · PC ${count}대를 기다림`,
    differs: '서버 기록이 바뀜',
    tellOffice: ' · 관리자에게 알리세요',
    parted: '서버 기록이 되돌려짐',
    checkNumber: ' · 부른 번호를 확인하세요',
    clockOff: (by: string, isAhead: boolean) => `PC 시계 ${by} ${isAhead ? '빠름' : '느림'}`,
    setClock: ' · 시계를 맞추세요',
    unsent: (count: number) => `미전송 ${count}건`,
    saved: ' · 이 PC에 저장됨',
    recordComes: (percent: number) => `밀린 기록 받는 중 ${percent}%`,
    editionComes: (edition: number, percent: number) => `매뉴얼 ${edition}판 받는 중 ${percent}%`,
    editionWrong: (edition: number, why: EditionFault) =>
      `매뉴얼 ${edition}판 못 받음 · ${editionFaults[why]} · 앞 판으로 일함`,
  },
  lostCore: {
    title: '이 PC의 기록 프로그램과 끊어졌습니다',
    text: '저장된 일은 이 PC에 그대로 있습니다. 자동으로 다시 잇는 중입니다. 1분이 지나도 이 화면이면 창구 프로그램을 다시 켜세요.',
    since: (at: string) => `${at}부터`,
  },
  opening: '이 PC의 기록을 여는 중입니다.',
  openingLong: '기록이 많으면 새 버전을 설치하고 처음 켤 때 몇 분 걸릴 수 있습니다. PC를 끄지 말고 기다리세요.',
  loading: '불러오고 있습니다.',
  signIn: signInWords,
  keys: {
    title: '자판 안내',
    find: '민원 찾기',
    main: '주 동작',
    lock: '잠금',
    leave: '근무 마침',
    tick: '확인 항목 표시',
    choose: '검색 결과 고르기',
    receive: '이 민원 접수',
    preview: '매뉴얼만 열기',
    escape: '닫기',
    zoom: '화면 크게 · 작게 · 원래 크기',
    next: '다음 칸으로',
    help: '이 도움말',
  },
}
