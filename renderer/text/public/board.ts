import type { IssueStopReason } from '../../../domain/queue/issue-settings.ts'
import { range } from './range.ts'

/** The words of the call board: Korean, with English beside it. */
const ko = {
  now: '지금 부릅니다',
  /** Instead of `now` once the visitor came or the visit ended. */
  lastCalled: '마지막으로 부른 번호',
  counter: '창구',
  goTo: (label: string, counter: number) => `${label}번, ${counter}번 창구로 오세요.`,
  wasCalled: (label: string, counter: number) => `마지막으로 부른 번호는 ${label}번, ${counter}번 창구였습니다.`,
  earlier: '앞서 부른 번호',
  time: '호출',
  number: '번호',
  waiting: '기다리는 분',
  people: (n: number) => `${n}명`,
  about: (from: number, to: number) =>
    to <= 1 ? '곧 부릅니다' : from === to ? `예상 대기 약 ${from}분` : `예상 대기 약 ${range(from, to)}분`,
  priorityFirst: '우선배려 번호를 먼저 부를 수 있습니다',
  updated: (time: string) => `${time} 갱신`,
  asOf: (time: string) => `${time} 기준 · 연결을 기다리는 중`,
  none: {
    open: '아직 부른 번호가 없습니다',
    dayClosed: '오늘 업무를 마쳤습니다',
    dayOff: '오늘은 민원실이 쉬는 날입니다',
  },
  noneYetText: '번호를 부르면 여기에 나옵니다.',
  comeAgain: '다음 근무일에 오세요.',
  noEarlier: '앞서 부른 번호가 없습니다',
  loading: '민원실에 연결하고 있습니다',
  lostAtStart: '연결을 기다리는 중입니다',
  lostText: '창구에서 부르는 소리를 들어 주세요.',
  stopped: {
    tooMany: '번호표 발급을 잠시 멈췄습니다 · 기다리는 분이 많습니다',
    outage: '번호표 발급을 잠시 멈췄습니다 · 행정 전산망 장애',
    earlyClose: '오늘은 번호표 발급을 일찍 마칩니다',
    emergency: '안전을 위해 번호표 발급을 멈췄습니다 · 직원의 안내를 따라 주세요',
  } satisfies Record<IssueStopReason, string>,
  /** For whoever looks after the board. */
  problem: {
    boardUnknown: '이 전광판이 hall.yaml에 없어 가로 배치로 보입니다',
    layoutUnknown: 'hall.yaml의 layout을 알 수 없어 가로 배치로 보입니다',
  },
  soundOff: '소리가 막혀 있습니다. 화면을 한 번 누르거나 아무 키나 눌러 주세요.',
  counterNr: (n: number) => `${n}번 창구`,
  test: {
    title: '전광판 소리 점검',
    text: '소리가 작으면 스피커를, 들리지 않으면 브라우저의 자동 재생 허용을 확인하세요. 점검을 마치면 주소에서 ?test를 지웁니다.',
    pack: (name: string) => `음성: ${name}`,
    noPack: '음성 파일이 없습니다. 알림음만 납니다.',
    placeholder: '기계로 만든 임시 음성입니다. 사람이 읽은 음성으로 바꾸는 법은 manual/voice/README.md에 있습니다.',
    chime: '알림음',
    check: '음성 파일 모두 확인',
    checking: (done: number, of: number) => `확인하고 있습니다 ${done}/${of}`,
    whole: '모든 음성 파일이 있습니다.',
    missing: (n: number, names: string) => `없거나 재생할 수 없는 파일 ${n}개: ${names}`,
  },
}

type BoardWords = typeof ko

const en: BoardWords = {
  now: 'Now calling',
  lastCalled: 'Last called',
  counter: 'Counter',
  goTo: (label, counter) => `Number ${label}, please go to counter ${counter}.`,
  wasCalled: (label, counter) => `The last number called was ${label}, to counter ${counter}.`,
  earlier: 'Called earlier',
  time: 'Called at',
  number: 'Number',
  waiting: 'Waiting',
  people: (n) => String(n),
  about: (from, to) =>
    to <= 1 ? 'Called soon' : from === to ? `Wait about ${from} min` : `Wait about ${range(from, to)} min`,
  priorityFirst: 'Priority numbers may be called first',
  updated: (time) => `Updated ${time}`,
  asOf: (time) => `As of ${time} · waiting for the line`,
  none: {
    open: 'No number has been called yet',
    dayClosed: 'Closed for today',
    dayOff: 'The hall is closed today',
  },
  noneYetText: 'Numbers appear here when they are called.',
  comeAgain: 'Please come again on the next working day.',
  noEarlier: 'No earlier calls',
  loading: 'Connecting to the hall',
  lostAtStart: 'Waiting for the line',
  lostText: 'Please listen for the call from the counters.',
  stopped: {
    tooMany: 'No tickets for now · many people are waiting',
    outage: 'No tickets for now · the government network is out of order',
    earlyClose: 'Tickets end early today',
    emergency: 'No tickets for now, for safety · please follow the staff',
  },
  problem: {
    boardUnknown: 'This board is not in hall.yaml; it shows the usual layout',
    layoutUnknown: 'The layout in hall.yaml is not known; the usual one is shown',
  },
  soundOff: 'Sound is blocked. Please touch the screen or press any key.',
  counterNr: (n) => `counter ${n}`,
  test: {
    title: 'Sound of the board',
    text: 'If it is low, look at the loudspeaker; if nothing is heard, allow autoplay in the browser. Then take ?test out of the address.',
    pack: (name) => `Voice: ${name}`,
    noPack: 'There is no voice; the chime alone is heard.',
    placeholder: 'A placeholder made by machine. manual/voice/README.md says how to replace it.',
    chime: 'Chime',
    check: 'Check every clip',
    checking: (done, of) => `Checking ${done} of ${of}`,
    whole: 'Every clip is there.',
    missing: (n, names) => `${n === 1 ? '1 clip is' : `${n} clips are`} missing or cannot be played: ${names}`,
  },
}

export const boardWords = { ko, en }
