import type { Event } from '../../../domain/hall.ts'
import type { MachineEvent, MachineRefusal, PairingRefusal } from '../../../domain/machine/machines.ts'
import type { Barred } from '../../../domain/machine/pairing.ts'

/** Why a PC was not paired, or not invited or shut out, and what to do. */
export const machineRefusals = {
  machineUnknown: '이 민원실에 없는 PC 이름입니다. 민원실 설정의 창구 이름을 확인하세요.',
  deviceUnknown: '지금 등록된 기기가 아닙니다. 목록을 다시 보세요.',
  shutOut: '이 PC의 등록이 해지되어 새로 기록할 수 없습니다. 관리자에게 초대를 받아 다시 등록하세요.',
  pairAddress: '서버 주소가 아닙니다. 초대에 적힌 대로 쓰세요. 예: 192.168.0.10:4183',
  pairCode: '코드는 숫자와 영문 16자입니다. 빠진 글자가 없는지 보세요.',
  pairUnreachable: '그 주소에서 민원실 서버가 답하지 않습니다. 주소와 랜선을 확인하세요.',
  pairOtherHall: '이 PC의 기록은 다른 민원실의 것입니다. 그 민원실에 다시 등록하거나, 새 자료 폴더로 시작하세요.',
  pairedAlready: '이미 민원실에 등록된 PC입니다.',
  pairOther: '다른 PC에 보낸 초대입니다. 이 PC의 이름으로 새 초대를 받으세요.',
  pairNotProven:
    '답한 서버가 이 초대를 만든 민원실 서버가 아닙니다. 등록하지 않았고 아무것도 저장하지 않았습니다. 주소를 확인하고 관리자에게 알리세요.',
  inviteNone: '이 PC에 보낸 초대가 없습니다. 관리자에게 초대를 부탁하세요.',
  inviteWrong: '코드가 맞지 않습니다. 초대에 적힌 코드를 다시 보고 쓰세요.',
  inviteSpent: '코드를 다섯 번 틀려 이 초대는 더 쓸 수 없습니다. 관리자에게 새 초대를 받으세요.',
  inviteExpired: '10분이 지난 초대입니다. 관리자에게 새 초대를 받으세요.',
  inviteUsed: '이미 쓴 초대입니다. 이 PC에서 쓴 것이 아니면 관리자에게 바로 알리고 새 초대를 받으세요.',
  pairTooOften: '너무 자주 시도했습니다. 10초 뒤에 다시 하세요.',
  pairRecovering:
    '서버가 백업에서 복구하는 중이라 지금은 새 PC를 등록하지 않습니다. 등록된 PC를 모두 켜서 연결하거나, 감독자가 ‘기다리지 않고 계속’을 한 뒤(감독자 PC도 없으면 서버에서 changgu end-recovery) 같은 초대로 다시 하세요. 10분이 지났으면 새 초대를 받으세요.',
  pairFailed: '서버가 등록을 저장하지 못했습니다. 잠시 뒤 다시 하고, 되풀이되면 관리자에게 알리세요.',
} satisfies Record<MachineRefusal | PairingRefusal, string>

/** What happened to a machine, as a line of a record says it. */
export const machineHappenings = {
  machineInvited: 'PC 초대',
  machinePaired: 'PC 등록',
  machineRevoked: 'PC 등록 해지',
} satisfies Record<(MachineEvent & Event)['type'], string>

/** The screen of a PC that has no hall yet, and what one says that its hall shut out. */
export const pairingWords = {
  title: '이 PC를 민원실에 등록합니다',
  text: '관리자에게 받은 초대의 주소와 코드를 쓰세요. 초대는 10분 동안, 한 번만 쓸 수 있습니다.',
  steps: [
    '관리자가 감독자 PC의 관리(F8)에서, 또는 서버에서 이 PC를 초대합니다.',
    '주소와 코드를 쓰거나, QR을 스캐너로 읽거나, 초대 파일의 글을 붙여 넣습니다.',
    '서버와 이 PC가 서로를 확인하면 등록이 끝나고 근무 화면이 열립니다.',
  ],
  machine: '이 PC의 이름',
  address: '서버 주소',
  addressHint: '예: 192.168.0.10:4183',
  code: '초대 코드',
  codeHint: '숫자와 영문 16자. 대소문자와 줄표는 가리지 않습니다.',
  found: '이 망에서 알린 서버',
  foundNote: '알림은 참고일 뿐입니다. 진짜 민원실 서버인지는 코드로 확인합니다.',
  take: (address: string) => `${address} 쓰기`,
  action: '등록하기',
  busy: '서버와 서로 확인하고 있습니다.',
  left: (n: number) => `${n}번 더 해 볼 수 있습니다.`,
  again: '다시 등록…',
  againTitle: '이 PC 다시 등록',
  back: '돌아가기',
  band: {
    revoked: {
      title: '이 PC의 등록이 해지되었습니다.',
      text: '민원실은 이 PC의 기록을 더 받지 않습니다. 이 PC에 있는 기록은 읽을 수 있습니다. 계속 쓰려면 관리자에게 새 초대를 받아 다시 등록하세요.',
    },
    unknownDevice: {
      title: '민원실 서버가 이 PC를 알지 못합니다.',
      text: '서버를 예전 백업으로 되살렸을 수 있습니다. 이 PC의 기록은 그대로 있습니다. 관리자에게 새 초대를 받아 다시 등록하세요.',
    },
    impostor: {
      title: '이 주소에서 다른 서버가 민원실 서버를 대신해 답합니다.',
      text: '증명이 맞지 않아 연결하지 않았고 아무것도 보내지 않았습니다. 계속 일할 수 있습니다. 관리자에게 바로 알리세요.',
    },
    wrongName: {
      title: '답한 서버의 이름이 우리 민원실이 아닙니다.',
      text: '연결하지 않았고 아무것도 보내지 않았습니다. 계속 일할 수 있습니다. 관리자에게 바로 알리세요.',
    },
    certExpired: {
      title: '서버의 증명서가 지금 날짜에 맞지 않습니다.',
      text: '이 PC의 시계가 맞는지 보고, 맞으면 관리자에게 서버를 다시 켜 달라고 하세요. 계속 일할 수 있습니다.',
    },
  } satisfies Record<Barred['why'], { title: string; text: string }>,
}
