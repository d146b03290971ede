import type { Case } from '../../domain/case/case.ts'
import type { Command } from '../../domain/hall.ts'
import type { Span } from '../../domain/period/calendar.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import type { Dice } from './dice.ts'
import { someMachineAct } from './machine-acts.ts'
import type { Machine } from './world.ts'

/** An act of the statutory procedure, whether it is lawful now or not. */
export function someProcedure(known: Case, dice: Dice, machine: Machine, newId: () => string): Command {
  const on = { case: known.received.case }
  const today = dayOf(machine.world.now())
  const reasons = '사유'
  const paper = known.papers.at(-1)
  if (paper && dice.oneIn(2)) {
    if (paper.state === 'queued')
      return {
        ...on,
        type: 'reportPrint',
        paper: paper.paper,
        nth: paper.prints,
        how: dice.pick(['printed', 'failed']),
      }
    return { ...on, type: 'printPaper', paper: paper.paper, ...(paper.state === 'printed' && { reason: '종이 걸림' }) }
  }
  const asked = known.cooperations.findLastIndex((c) => c.repliedAt === undefined)
  if (asked >= 0 && dice.oneIn(3))
    return dice.pick<Command>([
      {
        ...on,
        type: 'extendCooperation',
        nth: asked + 1,
        replyBy: addDays(known.cooperations[asked]?.replyBy ?? today, 1),
      },
      { ...on, type: 'recordReply', nth: asked + 1 },
    ])
  const begun = begunEvidence(known)
  if (begun && dice.oneIn(2)) return begun
  return dice.pick<Command>([
    { ...on, type: 'makePaper', paper: newId(), name: 'receiptSlip' },
    { ...on, type: 'makePaper', paper: newId(), name: 'resultNotice' },
    { ...on, type: 'printPaper', paper: paper?.paper ?? 'none' },
    { ...on, type: 'reportPrint', paper: paper?.paper ?? 'none', nth: 1, how: 'printed' },
    { ...on, type: 'checkIdentity', who: 'petitioner', idSeen: 'residentCard', proxyLetter: false },
    { ...on, type: 'agreeElectronic', given: dice.oneIn(2), consent: 'written', address: 'a@b.kr' },
    { ...on, type: 'fillForm', form: { f1: '한빛상사' } },
    { ...on, type: 'answerQuestions', answers: { applicant: dice.pick(['person', 'corporation']) } },
    { ...on, type: 'signForm' },
    { ...on, type: 'correctField', field: 'f1', value: '한빛 상사', consent: 'oral' },
    { ...on, type: 'payFee', table: 1000, means: 'card', own: { ground: '등록 장애인', won: 500 } },
    { ...on, type: 'payFee', table: 1000, means: 'card' },
    { ...on, type: 'correctFee', table: 1000, won: 0, means: 'card', reason: '취하로 돌려줌' },
    ...evidence(known),
    { ...on, type: 'demandSupplement', items: ['d1'], days: 3, written: true },
    { ...on, type: 'demandSupplement', items: [], text: '서명이 없음', days: 3, written: false, late: 'newFact' },
    { ...on, type: 'extendSupplement', days: 3 },
    { ...on, type: 'recordReturnedMail' },
    { ...on, type: 'returnCase', reasons, provisions: ['시행령 제25조'], told: 'letter' },
    { ...on, type: 'deemWithdrawn' },
    { ...on, type: 'stopClock', reason: 'examination', evidence: '시험 의뢰' },
    { ...on, type: 'stopClock', reason: 'verification', evidence: '조회', document: 'd2' },
    { ...on, type: 'stopClock', reason: 'investigation', evidence: '현장조사' },
    { ...on, type: 'extendInvestigation' },
    { ...on, type: 'extendPeriod', ground: 'factCheck', value: 1, reasons, told: 'letter' },
    { ...on, type: 'transferCase', to: 'department', office: '건설과', reasons },
    { ...on, type: 'notProcess', ground: 'privateDispute', reasons, told: 'letter' },
    { ...on, type: 'closeRepeat', repeats: 3, earlier: ['2026-01-90001', '2026-01-90002'], reasons, told: 'letter' },
    { ...on, type: 'closeUncollected' },
    { ...on, type: 'reopenCase', objection: '2026-01-90001' },
    { ...on, type: 'notifyProgress', told: 'phone', text: '검토 중', expected: addDays(today, 7) },
    { ...on, type: 'notifyProgress', told: 'email', text: '검토 중' },
    { ...on, type: 'askCooperation', office: '세무과', replyBy: addDays(today, 2) },
    { ...on, type: 'extendCooperation', nth: 1, replyBy: addDays(today, 3) },
    { ...on, type: 'recordReply', nth: 1 },
    { ...on, type: 'askRepresentatives', until: addDays(today, 3) },
    { ...on, type: 'nameRepresentatives', names: ['김영수'], chosenBy: 'petitioners' },
    { ...on, type: 'correctDecision', before: '홍길둥', after: '홍길동', confirmedBy: 'chief', told: 'letter' },
    objection(known, newId, today),
  ])
}

/** Attachments that did not come in, and data that the citizen has demanded of others. */
const evidence = (known: Case): Command[] => {
  const on = { case: known.received.case }
  return [
    { ...on, type: 'reportAttachment', cause: 'unreadable', document: 'd1' },
    { ...on, type: 'demandOwnData', item: '소득금액증명', holder: '국세청', proof: 'eGov' },
    { ...on, type: 'recordOwnData', nth: 1, result: 'received' },
  ]
}

/** What has to follow one of these. */
function begunEvidence(known: Case): Command | undefined {
  const on = { case: known.received.case }
  const untold = known.attachments?.findIndex((a) => !a.told) ?? -1
  if (untold >= 0) return { ...on, type: 'tellAlternatives', nth: untold + 1, told: 'phone', ways: ['fax'] }
  const open = known.ownData?.findIndex((d) => !d.answer) ?? -1
  if (open >= 0) return { ...on, type: 'recordOwnData', nth: open + 1, result: 'refused', reason: '자료가 없음' }
  const refused = known.ownData?.findIndex((d) => d.answer?.result === 'refused' && !d.told) ?? -1
  return refused < 0 ? undefined : { ...on, type: 'tellOwnDataRefusal', nth: refused + 1, told: 'phone' }
}

/** What happens while papers, an examination or the representatives are awaited. */
export function whileItStands(known: Case, dice: Dice, machine: Machine): Command {
  const on = { case: known.received.case }
  const reasons = '사유'
  if (known.state === 'suspended')
    return dice.pick<Command>([
      { ...on, type: 'extendInvestigation' },
      { ...on, type: 'nameRepresentatives', names: ['김영수'], chosenBy: dice.pick(['petitioners', 'agency']) },
    ])
  if ((known.supplement?.mailsReturned ?? 0) >= 2 && dice.oneIn(2)) return { ...on, type: 'deemWithdrawn' }
  const at = machine.world.now()
  const isOver = known.supplement !== undefined && dayOf(at) > known.supplement.until
  return dice.pick<Command>([
    ...(isOver ? [] : [{ ...on, type: 'extendSupplement', days: 3 } as const]),
    { ...on, type: 'recordReturnedMail' },
    { ...on, type: 'recordReturnedMail' },
    { ...on, type: 'deemWithdrawn' },
    { ...on, type: 'returnCase', reasons, provisions: ['시행령 제25조'], told: 'letter' },
    { ...on, type: 'demandSupplement', items: ['d1'], days: 5, written: true },
  ])
}

const objection = (known: Case, newId: () => string, today: string): Command => ({
  type: 'receiveObjection',
  case: newId(),
  to: known.received.case,
  refusalReceivedOn: today,
  petitioner: { name: '김영수' },
  grounds: '요건에 맞습니다',
})

/** What the supervisor says for the whole hall. */
export function someHallAct(machine: Machine, dice: Dice): Command {
  const now = machine.world.now()
  const known = [...machine.record.hall.cases.keys()]
  const outage = { from: now - 7_200_000, to: now - 3_600_000 }
  return dice.pick<Command>([
    { type: 'declareOutage', ...outage, substitute: '종이 신청서로 받습니다' },
    {
      type: 'withdrawOutage',
      ...spanOf(dice.pick([outage, ...machine.record.hall.outages])),
      reason: '날짜를 잘못 적음',
    },
    { type: 'remind', about: known.length > 0 ? dice.pick(known) : 'none', actBy: dayOf(now) },
    { type: 'remind', about: known[0] ?? 'none', actBy: dayOf(now) },
    {
      type: 'exportRegister',
      export: `export ${now}`,
      first: dayOf(now),
      last: dayOf(now),
      which: 'petitions',
      format: 'csv',
      reason: '자체 점검',
    },
    { type: 'reviewAccesses', month: dice.pick(['2026-11', '2026-12']), finding: '이상 없음' },
    { type: 'destroyCases', year: 2024, kinds: ['SIM-01', 'SIM-02'], reason: '보존기간 경과' },
    { type: 'checkMonth', month: dice.pick(['2026-08', '2026-09', '2026-10']) },
    { type: 'checkStrays', strays: [{ origin: 'counter-1', what: 'noteAdded', about: 'none', at: 0, count: 1 }] },
    ...someMachineAct(machine, dice),
  ])
}

const spanOf = ({ from, to }: Span): Span => ({ from, to })
