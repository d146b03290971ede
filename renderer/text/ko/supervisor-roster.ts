import type { RosterLine } from '../../../domain/views/view-roster.ts'
import { withParticle } from '../particles.ts'

/** 관리 · 직원: who works in the hall and how they sign in. */
export const rosterKo = {
  title: (n: number) => `직원 ${n}명`,
  list: '직원 목록',
  asking: '직원 목록을 불러오고 있습니다.',
  notYours: '직원 명단은 관리자가 봅니다. 관리자로 로그인하세요.',
  heads: { name: '이름', role: '역할', team: '팀', password: '비밀번호', now: '지금', acts: '할 일' },
  password: { none: '없음', temporary: '임시', own: '있음' } satisfies Record<RosterLine['password'], string>,
  byCode: (at: string) => `서버의 등록 코드로 정함 · ${at}`,
  waits: (machine: string, time: string) => `${machine}에서 ${time}까지 기다림`,
  signedIn: (machine: string) => `${machine}에서 근무 중`,
  add: '직원 추가…',
  change: '고치기…',
  temporary: '임시 비밀번호…',
  lift: '대기 풀기',
  leave: '퇴직…',
  former: (n: number) => `퇴직한 직원 ${n}명`,
  left: (name: string, day: string) => `${name} (${day} 퇴직)`,
  form: {
    addTitle: '직원 추가',
    changeTitle: '직원 정보 고치기',
    name: '이름',
    role: '역할',
    also: '겸하는 역할',
    team: '팀',
    phone: '전화',
    optional: '선택',
    keep: '저장',
    alike: (name: string, team: string | undefined, isNew: boolean) =>
      team === undefined
        ? `퇴직한 직원 가운데 이름이 같은 ${name} 님이 있습니다. ${isNew ? '저장하면 새 사람으로 등록됩니다.' : '이 직원의 이름만 바뀌고, 그 사람의 기록과 합쳐지지 않습니다.'}`
        : `이름이 같은 직원이 이미 있습니다: ${name} (${team}). 다른 사람이면 구별되게 적으세요. 예: ${name}(2팀)`,
    alsoHint: '작은 기관에서 한 사람이 여러 일을 할 때 표시합니다.',
  },
  leaving: {
    title: '퇴직 처리',
    done: '퇴직 처리',
    busy: '지금 하는 일',
    serving: (label: string | undefined) => (label === undefined ? '번호표 없이 응대 중' : `응대 중 ${label}`),
    held: (n: number) => `보류 ${n}`,
    cases: (n: number) => `맡은 민원 ${n}건(재배정 필요)`,
    goesOn: '응대하던 민원인은 보류되고, 보류는 다른 창구가 이어받습니다.',
    text: (name: string) =>
      `${withParticle(name, '은')} 바로 어느 PC에서도 로그인할 수 없고, 근무 중이면 끝납니다. 한 일의 기록에는 이름이 남습니다.`,
  },
  giving: {
    title: '임시 비밀번호 주기',
    done: '임시 비밀번호 정하기',
    text: (name: string) =>
      `${name}에게 새 임시 비밀번호를 줍니다. 지금 비밀번호는 쓸 수 없게 되고, 처음 로그인할 때 본인 것으로 바꿉니다.`,
    made: (name: string) => `${name}의 임시 비밀번호`,
    own: '내 비밀번호',
    ownHint: '임시 비밀번호를 주는 관리자 본인의 비밀번호입니다.',
    once: '이 창을 닫으면 다시 볼 수 없습니다. 본인에게 직접 알려 주세요.',
  },
}
