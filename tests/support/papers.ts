import type { Command } from '../../domain/hall.ts'
import type { HallProfile } from '../../domain/manual/manual.ts'
import type { PaperName } from '../../domain/paper/paper.ts'
import { examine, grant, handOver, handOverStep, notify, openFloor, receive, type Floor } from './floor.ts'

/** A hall with an office in whose name it writes and a phone under which it is reached. */
export const office: Partial<HallProfile> = {
  office: { name: '모의시청', head: '모의시장', address: '모의시 시청로 1' },
  teams: [{ id: 't1', name: '1팀', phone: '02-000-1100' }],
}

const id = 'case-1'
const at = 'counter-1'
const term = (floor: Floor) => floor.does(at, receive(id, 'SIM-02'))
const remedies = ['이의신청: 거부처분을 받은 날부터 60일 이내', '행정심판: 90일 이내', '행정소송: 90일 이내']
const refuse = (of: string): Command => ({
  type: 'decideCase',
  case: of,
  outcome: 'refused',
  reasons: '기술인력이 기준에 미치지 못합니다.',
  provisions: ['모의법 제3조'],
  remedies,
})
const demand: Command = {
  type: 'demandSupplement',
  case: id,
  items: ['d1'],
  written: true,
  days: 10,
  text: '서명이 빠졌습니다.',
}
const object = (floor: Floor): void => {
  floor.does(at, receive('case-0', 'SIM-02'), ...examine('case-0'), refuse('case-0'), notify('case-0'))
  floor.does(at, {
    type: 'receiveObjection',
    case: id,
    to: 'case-0',
    petitioner: { name: '김영수' },
    refusalReceivedOn: '2026-11-24',
    grounds: '기술인력을 새로 고용하였습니다.',
  })
}
const decide = (outcome: 'accepted' | 'dismissed'): Command => ({
  type: 'decideCase',
  case: id,
  outcome,
  reasons: '기준에 여전히 미치지 못합니다.',
  provisions: ['모의법 제3조'],
  remedies,
})
const extend: Command = {
  type: 'extendPeriod',
  case: id,
  ground: 'cooperation',
  value: 3,
  reasons: '소방서의 의견을 기다립니다.',
  told: 'letter',
}

/** For each document a case of which it tells: what happens until it can be made. */
const stories: { readonly [name in PaperName]: (floor: Floor) => void } = {
  receiptSlip: term,
  supplementRequest: (floor) => {
    term(floor)
    floor.does(at, demand)
  },
  extensionNotice: (floor) => {
    term(floor)
    floor.does(at, extend)
  },
  progressNotice: (floor) => {
    term(floor)
    floor.does(at, { type: 'notifyProgress', case: id, told: 'letter', text: '현장을 확인하고 있습니다.' })
  },
  transferNotice: (floor) => {
    term(floor)
    floor.does(at, { type: 'transferCase', case: id, to: 'otherAgency', office: '모의도청', told: 'letter' })
  },
  returnNotice: (floor) => {
    term(floor)
    floor.does(at, demand)
    floor.at('10:00', '2026-12-21')
    floor.does(at, { type: 'returnCase', case: id, reasons: '보완하지 않았습니다.', provisions: [], told: 'letter' })
  },
  resultNotice: (floor) => {
    term(floor)
    floor.does(at, ...examine(id), grant(id), notify(id))
  },
  refusalNotice: (floor) => {
    term(floor)
    floor.does(at, ...examine(id), refuse(id))
  },
  closingNotice: (floor) => {
    floor.does(at, receive(id, 'SIM-04'))
    floor.does(at, {
      type: 'notProcess',
      case: id,
      ground: 'privateDispute',
      reasons: '이웃 사이의 다툼입니다.',
      told: 'letter',
    })
  },
  withdrawalRecord: (floor) => {
    term(floor)
    floor.does(at, { type: 'withdrawCase', case: id, papersBack: true })
  },
  objectionSlip: object,
  objectionExtension: (floor) => {
    object(floor)
    floor.does(at, extend)
  },
  objectionDecision: (floor) => {
    object(floor)
    floor.does(at, decide('dismissed'))
  },
  pickupReceipt: (floor) => {
    term(floor)
    floor.does(at, ...examine(id), grant(id), notify(id), ...handOverStep(id), handOver(id))
  },
  reminder: (floor) => {
    floor.does(at, receive(id))
    floor.at('15:00', '2026-11-25')
    floor.does('supervisor', { type: 'remind', about: id, actBy: '2026-11-26' })
  },
  correctionNotice: (floor) => {
    stories.resultNotice(floor)
    floor.does(at, {
      type: 'correctDecision',
      case: id,
      before: '시청로 11',
      after: '시청로 1',
      confirmedBy: 'chief',
      told: 'letter',
    })
  },
  priorReviewNotice: (floor) => {
    floor.does(at, { ...receive(id, 'SIM-05'), type: 'receiveCase', priorReview: true } as Command)
    floor.does(at, ...examine(id), { ...grant(id), type: 'decideCase', reasons: '요건을 갖추었습니다.' } as Command)
  },
  outageNotice: (floor) => {
    term(floor)
    floor.at('15:00')
    const from = floor.now - 4 * 3_600_000
    floor.does('supervisor', { type: 'declareOutage', from, to: floor.now - 1, substitute: '종이로 신청하세요.' })
  },
}

/** A hall where a document can be made of `case-1` at `counter-1`. */
export function floorWith(name: PaperName, changes: Partial<HallProfile> = office): Floor {
  const floor = openFloor(2, changes)
  stories[name](floor)
  return floor
}
