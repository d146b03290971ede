import { signInWords } from './ko-sign-in.ts'
import type { CaseOutcome, DocumentMark } from '../../domain/case.ts'
import type { HitField } from '../../domain/find.ts'
import type { PauseReason } from '../../domain/counter.ts'
import type { Channel } from '../../domain/procedure.ts'
import type { TicketClass } from '../../domain/ticket.ts'
import type { CaseLine, EditionFault, PersonView, TileView } from '../../domain/views.ts'
import type { HoldReason, VisitState } from '../../domain/visit.ts'
import { brief } from './brief.ts'
import { accessWords } from './ko-access.ts'
import { caseWords, manualWords } from './ko-case.ts'
import { formWords } from './ko-form.ts'
import { changesWords, newsWords, proposalWords } from './ko-changes.ts'
import { guideWords } from './ko-guide.ts'
import { intakeWords } from './ko-intake.ts'
import { pairingWords } from './ko-machines.ts'
import { paperWords } from './ko-paper.ts'
import { procedureWords } from './ko-procedure.ts'
import { bellWords, queueWords } from './ko-queue.ts'
import { readingWords } from './ko-reading.ts'
import { happenings, refusals } from './ko-reasons.ts'

const classes: Record<TicketClass, string> = {
  ...{ returnPromised: '약속 재방문', priority: '우선배려', booked: '예약', ordinary: '일반' },
}
const visitStates: Record<VisitState, string> = {
  ...{ called: '호출 중', serving: '응대 중', held: '보류', noShow: '부재' },
  ...{ returned: '순번으로', transferred: '보냄', completed: '종료' },
}
const holdReasons: Record<HoldReason, string> = {
  ...{ fillingForm: '신청서 작성', payingFee: '수수료 납부', askingOffice: '담당 부서 문의', other: '그 밖' },
}
const pauseReasons: Record<PauseReason, string> = {
  ...{ meal: '식사', training: '교육', away: '자리 비움', backOffice: '내부 업무' },
}
const roles: Record<PersonView['role'], string> = {
  ...{ clerk: '담당자', guide: '안내', editor: '매뉴얼 편집자', supervisor: '감독자', administrator: '관리자' },
}
const tileStates: Record<TileView['state'], string> = {
  ...{ closed: '닫힘', free: '비어 있음', called: '호출', serving: '응대', paused: '멈춤' },
}
const caseStates: Record<CaseLine['state'], string> = {
  ...{ received: '접수', inProgress: '처리 중', decided: '결정됨', notified: '통지됨' },
  ...{ supplement: '보완 중', suspended: '불산입', awaitingPickup: '교부 대기', closed: '종결' },
}
const outcomes: Record<CaseOutcome, string> = {
  ...{ granted: '수리·허가', partly: '일부 인용', refused: '거부', answered: '회신' },
  ...{ accepted: '인용', dismissed: '기각', withdrawn: '취하', voided: '오접수 취소' },
  ...{ returned: '반려', deemedWithdrawn: '취하 간주', transferredOut: '이송', repeatClosed: '반복 종결' },
  ...{ notProcessed: '처리 예외', uncollectedClosed: '미수령 종결' },
}
const documentMarks: Record<DocumentMark, string> = {
  ...{ received: '받음', verified: '확인함', missing: '없음', notNeeded: '해당 없음' },
}
const channels: Record<Channel, string> = {
  ...{ inPerson: '방문', letter: '문서(우편)', phone: '전화', sms: '문자', email: '전자우편', fax: '팩스' },
}

const fields: Record<HitField, string> = {
  ...{ name: '', code: '번호에서 찾음', synonym: '다른 이름에서 찾음' },
  ...{ law: '법령에서 찾음', document: '서류에서 찾음', english: '영문 이름에서 찾음' },
  ...{ form: '서식 이름에서 찾음', condition: '요건에서 찾음', step: '단계에서 찾음', result: '결과물에서 찾음' },
}

const floor = {
  ...{ mine: '내 번호표', noVisit: '응대 중인 민원인이 없습니다.', press: (key: string) => `${key}를 누르세요.` },
  ...{ withoutTicket: '번호표 없음', empty: '비어 있음' },
  called: (at: string) => `${at} 호출`,
  taken: (at: string) => `${at} 종이 번호표`,
  begun: (at: string) => `${at} 시작`,
  waited: (time: string) => `대기 ${time}`,
  recalled: (times: number) => `재호출 ${times}번`,
  running: (time: string) => `${time}째`,
  last: (label: string, at: string) => `직전 ${label} · ${at}`,
  ...{ callNext: '다음 호출', calling: '부르는 중', recall: '재호출', welcome: '응대 시작', hold: '보류' },
  ...{ noShow: '부재', complete: '종료', receive: '접수', receiveMore: '접수 추가', takePaper: '종이 번호표 받기' },
  interview: {
    passed: (time: string) => `응대 ${time} 지남`,
    told: (at: string) => `권장시간 안내 ${at}`,
    ...{ menu: '안내', tell: '권장시간을 안내함', open: '응대 중단…' },
    ...{ title: '응대 중단', ground: '사유', measure: '조치', evidence: '증거의 위치(녹음 번호 등, 이름은 쓰지 않음)' },
    grounds: { abuse: '반복된 폭언·성희롱', tooLong: '권장시간을 크게 넘김' },
    measures: { ended: '응대를 끝냄', separated: '담당자를 분리함', removed: '퇴거시킴' },
    tellFirst: '끝내기 전에 사유를 민원인에게 알려야 합니다(시행령 제4조). 민원은 접수된 그대로 처리를 이어 갑니다.',
    toldAt: (at: string) => `${at}에 사유를 알렸습니다.`,
    ...{ tellEnding: '사유를 알림', end: '응대 중단' },
  },
  ...{ returnToQueue: '호출 취소(순번으로)', serveWithout: '번호표 없이 응대', transfer: '다른 창구로…' },
  other: '그 사이 다른 민원인이 호출되었습니다. 화면을 확인하고 다시 누르세요.',
  ...{ afterEnd: '종료 후', needsLine: '회선 필요', more: '그 밖의 응대 업무', acts: '응대 업무' },
  ...{ waiting: '대기', people: '명', longest: '최장 대기', next: '다음 순서', held: '내 보류', missing: '부재 번호' },
  ...{
    nobodyWaits: '기다리는 민원인이 없습니다.',
    nobody: '대기 없음',
    resume: '다시 응대',
    bringBack: '복귀',
    cameBack: '복귀',
  },
  asOf: (at: string) => `${at} 값`,
  stale: (count: number) => `마지막으로 받은 대기 ${count}명. 지금 값은 회선이 이어지면 보입니다.`,
  staleNext: '다음 민원인은 들고 온 종이 번호표의 번호로 받습니다.',
  ...{ holdTitle: '응대 보류', holdWhy: '보류 사유', holdDone: '보류하기' },
  ...{ pauseTitle: '창구 멈춤', pauseWhy: '멈춤 사유', pauseDone: '창구 멈추기' },
  ...{ transferTitle: '다른 창구로 보내기', transferTo: '받을 창구', anyCounter: '정하지 않음(순번으로)' },
  transferDone: '다시 대기로 보내기',
}

const paper = {
  title: '종이 번호표 받기',
  text: '민원인이 들고 온 번호표의 번호를 넣거나 QR을 읽습니다. 순번은 민원인이 든 표로만 정합니다.',
  textOnline:
    '민원인이 들고 온 번호표의 번호를 넣거나 QR을 읽습니다. 순번에서 기다리는 번호는 차례이면 바로 부르고, 아니면 순서 외 호출이 됩니다.',
  ...{ number: '번호', series: '구분', seriesOf: { 가: '일반', 나: '우선배려', 다: '발급기가 혼자 발급' } },
  later:
    '다른 창구가 같은 번호를 받았다면 회선이 이어진 뒤 감독자 화면의 ‘확인 필요’에 나타납니다. 응대 기록은 사라지지 않습니다.',
  ...{
    unreadable: '번호를 읽을 수 없습니다. 1부터 9999까지의 번호를 넣으세요.',
    otherDay: '오늘 번호표가 아닙니다. 날짜를 확인하세요.',
  },
  take: (label: string) => `${label} 받기`,
  ...{ takeNone: '번호를 넣으세요', unsentTitle: '아직 민원실에 전하지 않은 일', unsentNone: '모두 전달되었습니다.' },
  unsentNote: (count: number) => `${count}건 · 이 PC에 저장됨`,
  earlier: (count: number) => `그 앞 ${count}건`,
}

const search = {
  ...{
    label: '민원 찾기',
    placeholder: '민원 이름, 초성, 법령, 접수번호, 문서확인번호',
    found: (count: number) => `${count}건`,
  },
  ...{ none: '찾은 민원이 없습니다. 다른 낱말이나 초성으로 찾으세요.', code: '번호', kind: '민원사무' },
  ...{ period: '처리기간', fee: '수수료', choose: '고르기', receive: '이 민원 접수', preview: '매뉴얼만 열기' },
  ...{ close: '닫기', begin: '찾기' },
  similar: (text: string) => `‘${brief(text)}’에 맞는 민원은 이 매뉴얼에 없습니다. 비슷한 것:`,
  mentioned: (text: string) => `‘${brief(text)}’에 맞는 민원은 없고, 이 말이 나오는 민원이 있습니다:`,
  fields,
  readAs: (text: string) => `한글로 바꿔 찾음: ${text}`,
  failed: '매뉴얼을 찾지 못했습니다. 다시 입력하세요.',
  ...{ cases: '접수한 민원', openCase: '이 민원 열기', takeOut: '보관 자료에서 꺼내기' },
  moreCases: '민원이 더 있습니다. 접수번호를 더 길게 넣으세요.',
  receivedOn: (day: string) => `${day} 접수`,
  closedOn: (day: string) => `${day} 종결`,
}

const contents = {
  ...{ title: '민원 차례', recent: '최근에 쓴 민원', frequent: '자주 쓰는 민원', groups: '분류별로 보기' },
  count: (count: number) => `${count}종`,
}

const home = {
  ...{ cases: '내가 맡은 민원', noCases: '맡은 민원이 없습니다.', byDue: (count: number) => `기한 순 ${count}건` },
  ...{ counters: '전체 창구', noCounters: '민원실 창구 정보가 아직 없습니다.', mine: '내 창구' },
  ...{ chosen: '고른 민원', prompt: 'F9를 누르고 민원을 찾으세요.' },
  ...{ bandGo: '이 창구는 계속 일할 수 있습니다', bandGoText: '접수 · 단계 처리 · 결정 · 매뉴얼 찾기' },
  ...{
    bandWait: '회선이 이어질 때까지 기다립니다',
    bandWaitText: '다음 호출 · 재호출 · 다른 창구의 민원 보기 · 행정정보 조회',
  },
  ...{
    back: '처음 화면',
    manualTitle: '매뉴얼을 받고 있습니다',
    manualText:
      '이 PC에 매뉴얼이 처음 오는 중입니다. 다 받으면 민원을 찾고 접수할 수 있습니다. 호출과 응대는 지금 됩니다.',
    manualGot: (percent: number) => `${percent}% 받음`,
    pausedTitle: '창구가 멈춰 있습니다',
    pausedText: '민원인을 부르거나 받으려면 창구를 다시 여세요.',
    reopen: '창구 다시 열기',
  },
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
  ...{
    title: '접수',
    name: '민원인 이름',
    birth: '생년월일',
    birthHint: '예: 1984-03-02',
    contact: '연락처',
    address: '주소',
    optional: '선택',
  },
  ...{
    badBirth: '생년월일을 1984-03-02처럼 넣으세요.',
    nameMissing: '이름을 넣으세요',
    done: '접수하기',
    cancel: '접수하지 않기',
  },
  ...{
    onVisit: (label: string) => `${label} 응대에 접수`,
    noVisit: '응대 없이 접수',
    why: '이 민원을 처리하는 데만 씁니다.',
  },
}

export const ko = {
  ...{
    product: '창구',
    close: '닫기',
    incomplete: '필요한 칸을 채우세요',
    missing: {
      fill: (label: string) => `‘${label}’ 칸을 채우세요.`,
      choose: (label: string) => `‘${label}’에서 고르세요.`,
      correct: (label: string) => `‘${label}’ 칸을 고쳐 적으세요.`,
    },
    cancel: '취소',
    unknown: '미확정 · 감독자 확인 필요',
    unknownShort: '미확정',
  },
  unreachable: '민원실 서버에 연결되지 않습니다. 이 일은 회선이 이어진 뒤 할 수 있습니다.',
  doneEarlier: (act: string, when: string) =>
    `먼저 한 일보다 이른 시각입니다: ${act}(${when}). 한 일의 시각을 그 뒤로 다시 적으세요.`,
  broken: '이 PC의 프로그램에 문제가 생겨 하지 못했습니다. 다시 해 보고, 계속되면 감독자에게 알리세요.',
  counter: (number: number) => `창구 ${number}`,
  edition: (edition: number | string) => `표준 매뉴얼 ${edition}판`,
  editionComing: (edition: number, day: string) => `${day}부터 ${edition}판`,
  editionShort: (edition: number | string) => `${edition}판`,
  ...{
    noEdition: '매뉴얼 없음',
    help: '도움말',
    lock: '잠금',
    signOut: '근무 마침',
    language: 'English',
    pause: '멈춤',
  },
  ...{ refusals, happenings, classes, visitStates, holdReasons, pauseReasons, roles, tileStates, caseStates },
  ...{ outcomes, documentMarks, channels, floor, paper, search, contents, home, receive },
  ...{ case: caseWords, manual: manualWords, reading: readingWords, form: formWords, intake: intakeWords },
  ...{ access: accessWords, changes: changesWords, news: newsWords, proposals: proposalWords },
  ...{
    guide: guideWords,
    papers: paperWords,
    queue: queueWords,
    bell: bellWords,
    procedure: procedureWords,
    pairing: pairingWords,
  },
  line: {
    ...{ label: '회선 상태', online: '회선 연결', heard: (at: string) => `${at} 수신` },
    offline: (since: string) => `오프라인 · ${since}부터`,
    recovering: '서버 복구 중',
    awaited: (count: number) => ` · PC ${count}대를 기다림`,
    ...{ differs: '서버 기록이 바뀜', tellOffice: ' · 관리자에게 알리세요' },
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
    ...{
      find: '민원 찾기',
      main: '주 동작',
      lock: '잠금',
      leave: '근무 마침',
      tick: '확인 항목 표시',
      choose: '검색 결과 고르기',
    },
    ...{ receive: '이 민원 접수', preview: '매뉴얼만 열기', escape: '닫기', next: '다음 칸으로', help: '이 도움말' },
  },
}
