import { beforeAll, describe, expect, test } from 'vitest'
import type { Question } from '../../../domain/desk.ts'
import { Role, type StaffRole } from '../../../domain/manual/manual.ts'
import { questionPermissions } from '../../../domain/people/question-permissions.ts'
import { profile } from '../../simulation/fixture.ts'
import { openFloor, receive, serve, today, type Floor } from '../../support/floor.ts'
import { places, whoIs } from '../../support/permissions-doc.ts'

/** The matrix of the questions: each role by each question, at a counter and at the supervisor's PC. */

const samples: { readonly [Q in Question['of']]: Extract<Question, { of: Q }> } = {
  setup: { of: 'setup' },
  pairing: { of: 'pairing' },
  bell: { of: 'bell' },
  recovery: { of: 'recovery' },
  kind: { of: 'kind', code: 'SIM-02' },
  formerKind: { of: 'formerKind', code: 'SIM-02' },
  formerKinds: { of: 'formerKinds' },
  checklist: { of: 'checklist', code: 'SIM-02', answers: {} },
  guide: { of: 'guide', code: 'SIM-02', answers: {} },
  contents: { of: 'contents' },
  receiptDue: { of: 'receiptDue', code: 'SIM-02' },
  tellable: { of: 'tellable', text: '상호' },
  holidays: { of: 'holidays', date: today },
  board: { of: 'board' },
  kiosk: { of: 'kiosk' },
  slip: { of: 'slip', touch: 'a' },
  counter: { of: 'counter' },
  guideDesk: { of: 'guideDesk' },
  queueSettings: { of: 'queueSettings' },
  accuracy: { of: 'accuracy' },
  case: { of: 'case', case: 'case-canary' },
  papers: { of: 'papers', case: 'case-canary' },
  number: { of: 'number', case: 'case-canary', field: 'f1' },
  extendedDue: { of: 'extendedDue', case: 'case-canary', value: 1 },
  paper: { of: 'paper', case: 'case-canary', name: 'receiptSlip' },
  lookup: { of: 'lookup', text: today },
  overview: { of: 'overview' },
  exports: { of: 'exports' },
  exportLines: { of: 'exportLines', first: today, last: today, which: 'petitions' },
  accesses: { of: 'accesses', month: '2026-11' },
  register: { of: 'register', first: today, last: today, which: 'petitions' },
  duties: { of: 'duties' },
  month: { of: 'month', month: '2026-11' },
  machines: { of: 'machines' },
  backup: { of: 'backup' },
  invitation: { of: 'invitation' },
  roster: { of: 'roster' },
  manualDesk: { of: 'manualDesk' },
  amendments: { of: 'amendments' },
  brought: { of: 'brought', file: 'a.zip' },
  broughtParts: { of: 'broughtParts', file: 'a.zip', parts: [] },
  packOut: { of: 'packOut' },
  manualKinds: { of: 'manualKinds' },
  manualPart: { of: 'manualPart', part: 'kinds/SIM-02' },
  amendment: { of: 'amendment', amendment: 'draft' },
  readers: { of: 'readers', edition: 1 },
  editions: { of: 'editions' },
  editionDiff: { of: 'editionDiff', from: 1, to: 1 },
  kindHistory: { of: 'kindHistory', code: 'SIM-02' },
  news: { of: 'news' },
  use: { of: 'use' },
  compare: { of: 'compare', code: 'SIM-02' },
  proposals: { of: 'proposals' },
  retention: { of: 'retention' },
  outageSheet: { of: 'outageSheet', since: 0, substitute: '종이', guidance: [] },
} as const

/** What stands in the hall of a citizen: the petition, the ticket, the name. */
const ofCases = ['case-canary', '2026-01-00001', '김영수']
const ofVisitors = ['visit-canary', '"touch-canary"']
/** Answered with something wherever the table lets it be asked. */
const neverEmpty = [
  'case',
  'papers',
  'extendedDue',
  'register',
  'exports',
  'duties',
  'month',
  'machines',
  'roster',
] as const

let floor: Floor
beforeAll(() => {
  floor = openFloor(1)
  floor.does('kiosk', { type: 'issueTicket', touch: 'touch-canary', class: 'ordinary' })
  serve(floor, 'counter-1', 'visit-canary')
  floor.does('counter-1', receive('case-canary', 'SIM-02', 'visit-canary'))
  floor.does('supervisor', { type: 'openAmendment', amendment: 'draft', title: '수정 초안', reason: '까닭' })
})

/** What somebody with a role, or nobody, is answered; a PC that could show more than it may is the test. */
function answered(of: Question['of'], role: StaffRole | undefined, place: keyof typeof places): unknown {
  const machine = places[place]
  const known = floor.hall.counters.get(machine)
  const at = { counter: machine, since: floor.now }
  floor.hall.counters.set(machine, role === undefined ? at : { ...at, clerk: whoIs[role] })
  try {
    const number = () => (of === 'number' ? '김영수' : undefined)
    const invitation = () => undefined
    const pairing = { view: () => ({ isPaired: true, machine, found: [], isBusy: false }), invitation }
    return floor.sees(machine, samples[of], { numberOf: number, pairing })
  } finally {
    if (known) floor.hall.counters.set(machine, known)
  }
}

const cells = (Object.keys(samples) as Question['of'][]).flatMap((of) =>
  [...Role.options, undefined].flatMap((role) =>
    (['counter', 'supervisorPc'] as const).map((place) => [role ?? 'nobody', of, place, role] as const),
  ),
)
const allows = (of: Question['of'], role: StaffRole | undefined, place: string): boolean => {
  const { who, where } = questionPermissions[of]
  if (where !== 'both' && where !== place) return false
  return who === 'anyone' || (role !== undefined && (who as readonly StaffRole[]).includes(role))
}

test('the table has each question once, and each has a sample', () => {
  expect(Object.keys(samples).toSorted()).toEqual(Object.keys(questionPermissions).toSorted())
})

describe('who asks', () => {
  test.each(cells)('%s: %s at the %s', (_name, of, place, role) => {
    const view = answered(of, role, place)
    const text = JSON.stringify(view) ?? ''
    const isAllowed = allows(of, role, place)
    const readsCases = isAllowed && (role === 'clerk' || role === 'supervisor')
    const hidden = [
      ...(readsCases ? [] : ofCases),
      ...(readsCases || (isAllowed && role === 'guide') ? [] : ofVisitors),
      ...(isAllowed ? [] : ['수정 초안']),
    ]
    expect(hidden.filter((one) => text.includes(one))).toEqual([])
    const said = view === undefined ? 'nothing' : 'something'
    const isShut = !isAllowed && questionPermissions[of].otherwise === 'nothing'
    const isFull = isAllowed && (neverEmpty as readonly string[]).includes(of)
    expect(said).toBe(isShut ? 'nothing' : isFull ? 'something' : said)
  })
})

test('a supervisor by a further role, as in a small office, asks as one; at a guide’s tablet nobody sees the register', () => {
  const small = openFloor(1, { guides: [{ id: 'tablet' }] })
  const staff = small.hall.profile?.staff ?? []
  small.does('hall', {
    type: 'setUpHall',
    profile: {
      ...profile(1),
      guides: [{ id: 'tablet' }],
      staff: staff.map((s) => (s.id === 'admin' ? { ...s, also: ['supervisor'] } : s)),
    },
  })
  const at = (machine: string, clerk: string) =>
    small.hall.counters.set(machine, { counter: machine, since: small.now, clerk })
  at('supervisor', 'admin')
  at('tablet', 'chief')
  expect(small.sees('supervisor', samples.register)).toBeDefined()
  expect(small.sees('tablet', samples.register)).toBeUndefined()
})
