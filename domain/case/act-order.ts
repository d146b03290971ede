import type { Instant } from '../time.ts'
import type { Case, CaseEvent } from './case.ts'

/** 처리 순서: in which order the acts of a case may have been done, whenever they are entered. */

/** An act of a case that another may not be dated before. */
type EarlierAct = { type: CaseEvent['type']; at: Instant }

/** A refusal, with the act that stands in the way of one that is out of order. */
export type Refused<Why> = { refused: Why; earlier?: EarlierAct }

type ActType = CaseEvent['type']

const guidance = ['guidanceGiven'] as const
/** What moves the clock or the course of a petition: each of these comes after all that are entered already. */
const course = [
  ...(['supplementDemanded', 'supplementExtended', 'supplementArrived', 'mailReturned'] as const),
  ...(['clockStopped', 'clockResumed', 'representativesAsked', 'representativesNamed'] as const),
  ...(['periodExtended', 'investigationExtended', 'caseTransferred', 'caseReopened'] as const),
] as const
const work = [
  'checkTicked',
  'checkCleared',
  'stepFinished',
  'documentMarked',
  'identityChecked',
  'questionsAnswered',
] as const
const told = ['caseDecided', 'caseNotified'] as const
const cooperation = ['cooperationAsked', 'cooperationExtended', 'cooperationReplied'] as const
const fee = ['feePaid', 'feeCorrected'] as const
const paper = ['paperMade', 'paperQueued', 'paperPrinted', 'paperFailed'] as const

/**
 * The rule, once for every act: it was not done before an act that it rests on, though it is entered after it. What it
 * rests on stands here by its sort; `isOf` narrows it to the same thing, such as the checks of the step that is finished.
 */
const restsOn: { readonly [T in ActType]: readonly ActType[] | 'everything' } = {
  caseReceived: [],
  caseSeized: [],
  caseTakenOut: [],
  lateSettled: [],
  noteAdded: [],
  feePaid: [],
  feeCorrected: fee,
  electronicAgreed: ['electronicAgreed'],
  attachmentFailed: [],
  ownDataDemanded: [],
  alternativesTold: ['attachmentFailed'],
  ownDataAnswered: ['ownDataDemanded'],
  ownDataRefusalTold: ['ownDataAnswered'],
  guidanceGiven: [],
  identityChecked: ['identityChecked'],
  formFilled: ['formFilled', 'fieldCorrected'],
  fieldCorrected: ['formFilled', 'fieldCorrected'],
  formSigned: ['formFilled'],
  checkTicked: [...guidance, 'checkCleared'],
  checkCleared: ['checkTicked'],
  stepFinished: [...guidance, 'checkTicked', 'checkCleared', 'caseDecided'],
  documentMarked: [...guidance, 'documentMarked'],
  questionsAnswered: ['questionsAnswered'],
  supplementDemanded: [...course, 'documentMarked'],
  supplementExtended: course,
  supplementArrived: course,
  mailReturned: course,
  clockStopped: course,
  clockResumed: course,
  investigationExtended: course,
  representativesAsked: course,
  representativesNamed: course,
  periodExtended: course,
  caseTransferred: course,
  cooperationAsked: [],
  cooperationExtended: cooperation,
  cooperationReplied: cooperation,
  progressNotified: ['progressNotified'],
  caseReturned: course,
  caseDeemedWithdrawn: course,
  caseNotProcessed: course,
  repeatClosed: course,
  caseWithdrawn: course,
  caseVoided: 'everything',
  casePassed: 'everything',
  caseDecided: [...guidance, ...course, ...work, 'caseReopened'],
  caseNotified: told,
  pickupAwaited: told,
  decisionCorrected: [...told, 'decisionCorrected'],
  resultHandedOver: [...told, 'pickupAwaited', 'stepFinished'],
  caseClosed: [...told, 'stepFinished'],
  uncollectedClosed: [...told, 'pickupAwaited'],
  caseReopened: 'everything',
  paperMade: 'everything',
  paperQueued: paper,
  paperPrinted: paper,
  paperFailed: paper,
}

/** Every act of a case that counts: those of its holders, then the late ones that were taken over. */
export const actsOf = ({ history, late }: Case): CaseEvent[] => [
  ...history,
  ...late.filter((l) => l.settled === 'takenOver').map((l) => l.event),
]

/** The last act that stands in the way of an act at its time; undefined where none does. */
export function standsBefore(known: Case, act: CaseEvent): EarlierAct | undefined {
  const sorts = restsOn[act.type]
  const later = actsOf(known).filter(
    (e) => e.at > act.at && (sorts === 'everything' || sorts.includes(e.type)) && isOf(known, act, e),
  )
  const last = later.toSorted((a, b) => a.at - b.at).at(-1)
  return last && { type: last.type, at: last.at }
}

/** Whether an earlier act is about the thing that an act is about. */
function isOf({ received }: Case, act: CaseEvent, earlier: CaseEvent): boolean {
  // A refusal needs no work to be finished; what is granted or answered does.
  if (act.type === 'caseDecided' && work.some((w) => w === earlier.type)) return !refusing.has(act.outcome)
  if (act.type === 'stepFinished') {
    const step = received.steps.find((s) => s.step === act.step)
    if (earlier.type === 'caseDecided') return step?.handsOver ?? false
    return !('check' in earlier) || (step?.checks.includes(earlier.check) ?? false)
  }
  if ('check' in act && 'check' in earlier) return act.check === earlier.check
  if (act.type === 'documentMarked' && earlier.type === 'documentMarked') return act.document === earlier.document
  if (act.type === 'supplementDemanded' && earlier.type === 'documentMarked')
    return act.items.includes(earlier.document)
  if ((isCooperation(act) && isCooperation(earlier)) || (isEvidence(act) && isEvidence(earlier)))
    return act.nth === earlier.nth
  return !('paper' in act && 'paper' in earlier) || act.type === 'paperMade' || act.paper === earlier.paper
}

const refusing: ReadonlySet<string> = new Set(['refused', 'dismissed'])
const evidence = [
  ...(['attachmentFailed', 'alternativesTold', 'ownDataDemanded', 'ownDataAnswered', 'ownDataRefusalTold'] as const),
] as const
const isEvidence = (e: CaseEvent): e is CaseEvent & { type: (typeof evidence)[number] } =>
  evidence.some((t) => t === e.type)
const isCooperation = (e: CaseEvent): e is CaseEvent & { type: (typeof cooperation)[number] } =>
  cooperation.some((c) => c === e.type)
