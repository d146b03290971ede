/** The words of signing in, of the lock and of one's own password. */
export const signInWords = {
  ...{
    title: '로그인',
    who: '근무자 고르기',
    find: '이름으로 찾기',
    done: '로그인',
    none: '그 이름의 근무자가 없습니다.',
  },
  ...{ notReady: '민원실 명단을 아직 받지 못했습니다', noCounter: '이 PC는 창구로 등록되지 않았습니다' },
  notReadyText: '민원실 서버에 한 번 연결되면 근무자와 매뉴얼이 이 PC에 저장됩니다. 회선을 확인하고 기다리세요.',
  recordComes: '민원실 기록을 처음 받고 있습니다',
  recordComesText: '다 받으면 로그인할 수 있습니다. PC를 껐다 켜도 받은 데서 이어서 받습니다.',
  recordWaitsText: '서버와 이어져 있지 않아 받기를 멈추었습니다. 이어지면 받은 데서 이어서 받습니다.',
  recordCame: (got: number, of: number) =>
    `${got.toLocaleString('ko')}건 / ${of.toLocaleString('ko')}건 (${Math.floor((100 * got) / of)}%)`,
  noCounterText: '감독자가 민원실 설정에서 이 PC를 창구로 등록하면 시작할 수 있습니다.',
  machine: (name: string) => `이 PC: ${name}`,
  hello: (name: string) => `${name} 로그인`,
  ...{ password: '비밀번호', code: '등록 코드', pin: 'PIN 여섯 자리', checking: '확인하는 중' },
  ...{ capsLock: 'Caps Lock이 켜져 있습니다.', hangul: '한글이 입력되었습니다. 한/영을 확인하세요.' },
  noPassword: '비밀번호 없음',
  noPasswordText: '아직 비밀번호가 없습니다. 관리자에게 임시 비밀번호를 받으세요.',
  wait: (time: string) => `${time} 뒤에 다시`,
  minutes: (minutes: number, seconds: number) => (minutes > 0 ? `${minutes}분 ${seconds}초` : `${seconds}초`),
  fresh: {
    ...{
      own: '새 비밀번호',
      again: '새 비밀번호 다시',
      show: '입력한 것 보기',
      differs: '두 번 입력한 것이 다릅니다.',
    },
    hint: '8자 이상, 15자 이상을 권합니다. 띄어쓰기와 한글도 됩니다. 정해진 날마다 바꾸지 않아도 됩니다.',
  },
  renew: {
    title: '새 비밀번호 정하기',
    text: (name: string) => `${name}의 임시 비밀번호입니다. 처음 로그인할 때 본인 것으로 바꿉니다.`,
    ...{ old: '임시 비밀번호', done: '바꾸고 로그인', back: '다른 사람 고르기' },
    atLock: {
      text: (name: string) => `${name}에게 임시 비밀번호가 주어졌습니다. 본인 것으로 바꾸면 잠금이 풀립니다.`,
      ...{ done: '바꾸고 잠금 풀기', back: '돌아가기' },
    },
  },
  claim: {
    ...{ open: '관리자 등록…', title: '관리자 등록', who: '관리자', done: '등록하고 로그인' },
    text: '비밀번호가 있는 관리자가 아직 없습니다. 민원실 서버 화면에 나온 등록 코드로 첫 관리자를 등록합니다.',
    codeHint: '열여섯 자. 10분 동안 한 번만 쓸 수 있고, 지났으면 서버에서 admin-code 명령으로 새로 만듭니다.',
    again: {
      ...{ open: '관리자 비밀번호를 잊었을 때…', title: '관리자 비밀번호 다시 정하기' },
      text: '다른 관리자가 있으면 그 사람이 임시 비밀번호를 줍니다. 아무도 로그인할 수 없으면 민원실 서버에서 admin-code 명령으로 등록 코드를 만들어 여기에 입력합니다. 서버의 코드로 정한 비밀번호는 관리 · 직원에 그렇게 남습니다.',
      codeHint: '열여섯 자. 10분 동안 한 번만, 다섯 번까지 입력할 수 있습니다.',
    },
    none: '명단에 관리자가 없습니다. hall.yaml에 관리자를 적고 서버를 다시 시작하세요.',
  },
  lock: {
    ...{ title: '화면 잠김', now: '잠금', unlock: '잠금 풀기', byPassword: '비밀번호로 풀기', byPin: 'PIN으로 풀기' },
    text: (name: string) => `${name}의 화면이 잠겨 있습니다. 쓰던 내용은 이 PC에 그대로 있습니다.`,
    other: '다른 사람 로그인',
    otherText: (name: string) => `로그인하면 ${name}의 근무가 끝나고, 응대하던 민원인은 보류됩니다.`,
    ...{ end: '근무 마침', endText: '응대하던 민원인은 보류됩니다.', back: '돌아가기' },
  },
  leave: {
    ...{ title: '적던 내용이 있습니다', done: '버리고 근무 마침' },
    text: '근무를 마치면 저장하지 않은 내용은 사라집니다. 자리만 비우려면 닫고 Ctrl+L로 잠그세요. 적던 내용은 그대로 남습니다.',
  },
  account: {
    ...{ title: '내 로그인' },
    ...{ change: '비밀번호 바꾸기', changeDone: '비밀번호를 바꿨습니다.', old: '지금 비밀번호' },
    ...{ pinTitle: '빠른 잠금 해제 PIN', pinSet: 'PIN 정하기', pinDone: 'PIN을 정했습니다.', pin: 'PIN 여섯 자리' },
    pinText: '이 PC에서 이번 근무 동안만 쓰입니다. 세 번 틀리면 비밀번호로 풉니다.',
    offline: '비밀번호는 서버에 연결되어 있을 때 바꿀 수 있습니다.',
  },
  second: {
    password: (name: string) => `${name}의 비밀번호`,
    hint: '확인하는 사람이 이 PC에서 직접 입력합니다. 기록에는 이름만 남습니다.',
  },
}
