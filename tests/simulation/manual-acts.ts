import type { Command } from '../../domain/hall.ts'
import { nextEdition } from '../../domain/manual/edition.ts'
import { addDays, dayOf } from '../../domain/time.ts'
import type { Dice } from './dice.ts'
import type { Machine, World } from './world.ts'

/** What is done to the manual by editors at the supervisor's PC. */
export function someAmendment(machine: Machine, dice: Dice, newId: () => string): Command {
  const { hall } = machine.record
  const today = dayOf(machine.world.now())
  const open = [...hall.amendments.values()].filter((a) => !['published', 'dropped'].includes(a.state))
  const proposal = [...hall.proposals.values()].find((p) => !p.settled)
  if (proposal && dice.oneIn(2)) return { type: 'settleProposal', proposal: proposal.proposal, verdict: 'taken' }
  const known = open[0]
  if (!known) return { type: 'openAmendment', amendment: newId(), title: '수수료 확인', reason: '미확정 금액' }
  const on = { amendment: known.amendment }
  const offeredAt = (known.offered?.at ?? 0) - (dice.oneIn(8) ? 1 : 0)
  const changes = [
    { part: dice.pick(['kinds/SIM-01', 'words', 'style']), content: '{}', ...(dice.oneIn(3) && { base: 1 }) },
  ]
  const effectiveDate = addDays(today, dice.below(3))
  if (known.state === 'draft' && Object.keys(known.parts).length === 0)
    return { ...on, type: 'changeAmendment', changes }
  if (known.state === 'offered' && !dice.oneIn(4))
    return { ...on, type: 'reviewAmendment', verdict: 'approved', offeredAt }
  if (known.state === 'approved' && !dice.oneIn(4)) return { ...on, type: 'publishAmendment', effectiveDate }
  return dice.pick<Command>([
    { ...on, type: 'changeAmendment', changes, why: '고시를 확인함' },
    { ...on, type: 'leavePart', part: 'words' },
    { ...on, type: 'offerAmendment' },
    { ...on, type: 'offerAmendment' },
    { ...on, type: 'reviewAmendment', verdict: 'returned', note: '근거를 적을 것', offeredAt },
    { ...on, type: 'publishAmendment', effectiveDate },
    ...(dice.oneIn(4) ? [{ ...on, type: 'dropAmendment' } as const] : []),
  ])
}

/** What a supervisor takes back of the manual. */
export function someWithdrawal({ record, world }: Machine, dice: Dice): Command {
  const { hall } = record
  const open = [...hall.amendments.values()].find((a) => !['published', 'dropped'].includes(a.state))
  return dice.pick<Command>([
    { type: 'dropAmendment', amendment: open?.amendment ?? 'none' },
    { type: 'withdrawEdition', edition: hall.edition?.edition ?? 1, reason: '시행일을 잘못 적음' },
    {
      type: 'bringBackEdition',
      edition: dice.pick([1, ...hall.editions.keys()]),
      effectiveDate: addDays(dayOf(world.now()), dice.below(3)),
      reason: '잘못 고침',
    },
  ])
}

/** What a clerk says of the manual beside the work. */
export function someUse(machine: Machine, dice: Dice, newId: () => string): Command {
  const day = dayOf(machine.world.now())
  return dice.pick<Command>([
    { type: 'proposeCorrection', proposal: newId(), kind: 'SIM-01', edition: 1, text: '수수료가 올랐습니다' },
    { type: 'readEdition', edition: machine.record.hall.edition?.edition ?? 1 },
    { type: 'escrowKey', sealed: 'c2VhbGVk' },
    { type: 'tellUse', day, missed: [{ text: dice.pick(['반려동물', '… 등록']), times: 1 + dice.below(3) }] },
  ])
}

/** What the hall says by itself when the folder of its manual has changed. */
export function readFolder(world: World, commands: Set<Command['type']>): void {
  const { edition } = world.hall.record.hall
  const at = world.now()
  const mark = { edition: nextEdition(world.hall.record.hall), effectiveDate: edition?.effectiveDate ?? dayOf(at) }
  for (const command of [
    { type: 'readFolder', folder: `folder ${at}` },
    { type: 'setEditionKey', key: world.signer.publicKey },
    { type: 'publishEdition', ...mark, ...world.keep(mark), folder: `folder ${at}` },
  ] satisfies Command[]) {
    commands.add(command.type)
    const tell = world.ask('hall', command)
    world.answers.push(tell.then((outcome) => world.told.push({ machine: 'hall', command, outcome, originSeq: 0 })))
  }
  // Answered at once: a hall that falls meanwhile would never answer.
  world.turn()
}
