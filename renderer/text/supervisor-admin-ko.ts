import { rosterKo } from './supervisor-roster-ko.ts'
import type { Tab } from '../supervisor/admin/place.ts'

/** 관리: the machines of the hall, its people, its access record and its backups. */
export const adminKo = {
  button: '관리',
  title: '관리',
  where: '관리',
  toHall: '현황으로',
  tabs: { machines: 'PC', accesses: '접속기록', backups: '백업', people: '직원' } satisfies Record<Tab, string>,
  tabList: '관리 화면',
  offline: '민원실 서버에 연결되지 않았습니다. 아래는 그때까지의 값이고, 관리 업무는 다시 연결된 뒤에 할 수 있습니다.',
  keysTitle: '관리 자판 안내',
  keys: [
    ['F1', '이 도움말'],
    ['Ctrl+1', 'PC'],
    ['Ctrl+2', '접속기록'],
    ['Ctrl+3', '백업'],
    ['Ctrl+4', '직원'],
    ['Ctrl+Enter', '창에서 주 동작'],
    ['F8', '민원실 현황으로 (감독자)'],
    ['Esc', '창 닫기'],
    ['Ctrl+L', '근무 마침'],
  ] as [string, string][],
  roster: rosterKo,
  machines: {
    title: (n: number) => `민원실의 PC ${n}대`,
    list: 'PC 목록',
    heads: { machine: 'PC', state: '연결', heard: '마지막 소식' },
    supervisor: '감독자 PC',
    connected: '연결됨',
    away: '연결 안 됨',
    never: '서버가 켜진 뒤로 없음',
    asking: 'PC 목록을 불러오고 있습니다.',
  },
}
