import type { NotPermitted } from '../../domain/permissions.ts'

/** Why somebody may not do something here, and who may. */
export const peopleRefusals: Record<NotPermitted, string> = {
  nobodySignedIn: '근무자가 정해지지 않았습니다. 먼저 로그인하세요.',
  notForThisMachine: '이 PC에서는 할 수 없는 일입니다. 창구의 일은 창구 PC에서, 감독·관리의 일은 감독자 PC에서 하세요.',
  notYourPc:
    '이 PC에 앉을 수 없는 직원입니다. 담당자와 안내도우미는 창구 PC, 편집자와 관리자는 감독자 PC에서 로그인하세요.',
  notClerk: '민원을 처리하는 담당자나 감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notFloor: '담당자·안내도우미·감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notReader: '매뉴얼로 일하는 사람만 할 수 있습니다. 담당자나 편집자로 로그인하세요.',
  notEditor: '매뉴얼 편집자나 감독자만 할 수 있습니다. 그 사람으로 로그인하세요.',
  notSupervisor: '감독자만 할 수 있습니다. 감독자가 하거나 감독자를 고르세요.',
  notAdministrator: '관리자만 할 수 있습니다. 관리자로 로그인하세요.',
}
