import type { PeopleEvent, PeopleRefusal } from '../../../domain/people/people.ts'
import type { NotPermitted } from '../../../domain/people/permissions.ts'
import type { SessionRefusal } from '../../../domain/people/session.ts'

/** Why somebody may not do something here, and who may. */
const notPermitted = {
  nobodySignedIn: '근무자가 정해지지 않았습니다. 먼저 로그인하세요.',
  notForThisMachine: '이 PC에서는 할 수 없는 일입니다. 창구의 일은 창구 PC에서, 감독·관리의 일은 감독자 PC에서 하세요.',
  notYourPc:
    '이 PC에 앉을 수 없는 직원입니다. 담당자와 안내도우미는 창구 PC, 편집자와 관리자는 감독자 PC에서 로그인하세요.',
  notClerk: '민원을 처리하는 담당자나 감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notGuide: '안내도우미와 감독자만 할 수 있습니다. 안내도우미에게 부탁하거나 순서 외 호출을 하세요.',
  notFloor: '담당자·안내도우미·감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notReader: '매뉴얼로 일하는 사람만 할 수 있습니다. 담당자나 편집자로 로그인하세요.',
  notEditor: '매뉴얼 편집자나 감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notSupervisor: '감독자만 할 수 있습니다. 감독자가 하거나 감독자를 고르세요.',
  notAdministrator: '관리자만 할 수 있습니다. 관리자로 로그인하세요.',
} satisfies Record<NotPermitted, string>

/** Why nobody is let in, or not yet; why a password is not taken. */
const sessions = {
  passwordWrong: '비밀번호가 다릅니다. Caps Lock과 한/영을 확인하고 다시 입력하세요.',
  waitToRetry:
    '비밀번호를 여러 번 틀려 잠시 기다려야 합니다. 시간이 지난 뒤 다시 입력하거나 관리자에게 풀어 달라고 하세요.',
  noPassword: '아직 비밀번호가 없습니다. 관리자에게 임시 비밀번호를 받으세요.',
  offlineTooLong:
    '이 PC가 서버와 너무 오래 끊겨 있었거나 시계가 뒤로 돌아가 로그인할 수 없습니다. 연결된 뒤에 다시 하세요.',
  passwordTemporary: '임시 비밀번호입니다. 로그인 화면에서 새 비밀번호로 바꾸세요.',
  passwordSame: '지금과 같은 비밀번호입니다. 다른 것으로 정하세요.',
  passwordShort: '비밀번호는 8자 이상이어야 합니다. 15자 이상을 권합니다.',
  passwordLong: '비밀번호는 128자까지입니다. 줄여서 정하세요.',
  passwordCommon: '누구나 먼저 넣어 보는 비밀번호입니다. 다른 것으로 정하세요.',
  passwordPersonal: '이름·전화번호·기관 이름이 들어 있어 쉽게 짐작됩니다. 다른 것으로 정하세요.',
  sessionLocked: '화면이 잠겨 있습니다. 먼저 잠금을 푸세요.',
  notLocked: '잠긴 화면이 아닙니다.',
  pinWrong: 'PIN이 다릅니다. 세 번 틀리면 비밀번호로 풀어야 합니다.',
  pinWeak: '같은 숫자나 이어지는 숫자로만 된 PIN은 쓸 수 없습니다. 다른 여섯 자리로 정하세요.',
  pinGone: 'PIN을 쓸 수 없습니다. 비밀번호로 잠금을 푸세요.',
  signInUnproven: '민원실 서버가 이 PC의 로그인을 확인하지 못했습니다. 화면을 잠갔다가(Ctrl+L) 비밀번호로 다시 푸세요.',
  proofMissing: '본인 확인이 필요한 일입니다. 비밀번호를 입력해 진행하세요.',
} satisfies Record<SessionRefusal, string>

export const peopleRefusals = {
  ...notPermitted,
  ...sessions,
  administratorKnown:
    '관리자가 이미 등록되어 있습니다. 그 관리자에게 요청하거나, 비밀번호를 잊었으면 서버에서 admin-code 명령으로 코드를 만드세요.',
  codeWrong: '등록 코드가 다릅니다. 서버 화면의 코드를 확인하세요. 다섯 번 틀리면 새 코드가 필요합니다.',
  codeOver: '쓸 수 있는 등록 코드가 없습니다. 서버에서 admin-code 명령으로 새로 만드세요.',
  nothingToLift: '풀어 줄 대기가 없습니다.',
  mustBeTemporary: '다른 사람에게는 임시 비밀번호만 줄 수 있습니다.',
  passwordUnproven:
    '민원실 서버가 지금 비밀번호를 확인하지 못해 바꾸지 않았습니다. 지금 쓰는 본인 비밀번호를 다시 입력하세요.',
  personKnown: '이미 명단에 있는 직원입니다.',
  teamUnknown: '없는 팀입니다. 목록에서 다시 고르세요.',
  lastAdministrator:
    '로그인할 수 있는 관리자가 한 사람은 남아 있어야 합니다. 먼저 다른 관리자를 정하고 임시 비밀번호를 주세요.',
  clerkUnknown: '명단에 없는 근무자입니다. 관리자에게 등록을 요청하세요.',
} satisfies Record<NotPermitted | SessionRefusal | PeopleRefusal, string>

/** What happened to people, as a line of a record says it. */
export const peopleHappenings = {
  passwordSet: '비밀번호 정함',
  signInFailed: '로그인 실패',
  backOffLifted: '로그인 대기 풀어 줌',
  sessionUnlocked: '잠금 풀기',
  personEnlisted: '직원 등록',
  personChanged: '직원 정보 변경',
  personLeft: '직원 퇴직',
} satisfies Record<PeopleEvent['type'], string>
