import type { BackupWarning } from '../../../domain/views/view-backup.ts'

/** 관리 · 백업 */
export const backupKo = {
  asking: '백업 상태를 불러오고 있습니다.',
  hallUnknown: '민원실 서버가 아직 백업 상태를 알리지 않았습니다.',
  ofHall: '민원실 서버',
  hallText: '사본은 만들 때마다 끝까지 읽어 확인합니다.',
  ofPcs: 'PC별 백업',
  list: 'PC별 백업 목록',
  newest: '최근 사본',
  ring: '보관 중',
  copies: (n: number) => `사본 ${n}개`,
  second: '두 번째 보관 장소',
  noSecond: '정하지 않음 (서버 시작 옵션 --copy-to)',
  none: '없음',
  notTold: '서버가 켜진 뒤로 소식 없음',
  well: '이상 없음',
  awaited: '첫 사본을 기다리는 중',
  heads: {
    machine: 'PC',
    heard: '마지막 소식',
    own: 'PC 안의 사본',
    sealed: '서버에 맡긴 사본',
    escrow: '맡긴 키',
    warnings: '살필 것',
  },
  warnings: {
    noCopy: '사본이 없습니다',
    oldCopy: '하루 넘게 새 사본이 없습니다',
    failed: '사본을 쓰지 못하고 있습니다 (디스크 확인)',
    notSealed: '서버에 맡긴 사본이 없거나 오래되었습니다',
    noEscrow: '맡긴 키가 없어 PC를 잃으면 사본을 열 수 없습니다',
    recovered: '시작할 때 자료를 복구했습니다',
    secondFailed: '두 번째 장소에 쓰지 못하고 있습니다',
    noSecond: '두 번째 장소가 없습니다',
  } satisfies Record<BackupWarning, string>,
}
