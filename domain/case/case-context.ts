import type { Actor } from '../actor.ts'
import type { Kind } from '../manual/manual.ts'
import type { PaperName } from '../paper/paper.ts'
import type { Calendar, Span } from '../period/calendar.ts'
import type { Archive } from '../record/archive.ts'
import type { PaperFields, Private } from '../record/private.ts'
import type { Instant } from '../time.ts'
import type { Refused } from './act-order.ts'
import type { Case, CaseEvent } from './case.ts'

/** What the rules of a case look at beside the case itself, and what they answer. */

/** Why an act on a case is not possible now. */
export type CaseRefusal =
  | ('caseKnown' | 'caseUnknown' | 'notYourCase' | 'caseClosed' | 'kindUnknown' | 'manualComing')
  | ('checkUnknown' | 'stepUnknown' | 'stepFinished' | 'checksOpen' | 'stepsOpen')
  | ('documentUnknown' | 'officeVerifies' | 'documentsOpen' | 'documentHere' | 'documentSpared')
  | ('alreadyDecided' | 'notDecided' | 'alreadyNotified' | 'notNotified' | 'reasonsMissing' | 'outcomeNotForThis')
  | (
      | 'councilFirst'
      | 'channelNeedsBasis'
      | 'emailNeedsConsent'
      | 'notOtherPetition'
      | 'proxyLetterMissing'
      | 'collectorMissing'
      | 'idUnnamed'
      | 'authorityMissing'
    )
  | ('notSameDay' | 'notSupervisor' | 'holderAlready' | 'lateUnknown' | 'notInArchive' | 'caseDestroyed')
  | ('doneInFuture' | 'doneBeforeReceipt' | 'doneOutOfOrder' | 'outageNumberMissing')
  | ('beforeOutageReceipts' | 'outageNotRecorded' | 'provisionalNoKnown' | 'notReplaceable')
  | ('guidanceMissing' | 'oralNotAllowed' | 'signatureMissing' | 'tooFewToMerge' | 'notMultiParty' | 'listMissing')
  | ('noPriorReview' | 'fieldUnknown' | 'fieldWrong' | 'fieldEmpty' | 'correctionTooOld')
  | ('questionUnknown' | 'answerWrong')
  | ('addressMissing' | 'reviewUnknown' | 'nothingToTell' | 'ownDataUnknown' | 'holderReasonMissing')
  | ('feeAboveTable' | 'feeNotOfManual' | 'reductionUnknown' | 'reductionOfList' | 'feePaidAlready' | 'feeNotPaid')
  | 'feeNotForObjection'
  | ('clockStopped' | 'clockRuns' | 'noSupplement' | 'supplementCame' | 'nothingDemanded' | 'lateDemandNeedsReason')
  | ('supplementRuns' | 'supplementOver' | 'demandedTwice' | 'secondDemandTooLong' | 'secondRound' | 'askedTwice')
  | (
      | 'mailNotReturnedTwice'
      | 'mailReturnedThatDay'
      | 'notSentByPost'
      | 'onlyGrievance'
      | 'notVerifiable'
      | 'periodUnknown'
    )
  | ('investigationExtendedAlready' | 'objectionExtendedAlready' | 'objectionTooLong')
  | ('cooperationExtendedAlready' | 'cooperationTooLong' | 'cooperationOverdue')
  | ('extendedAlready' | 'extensionTooLong' | 'investigationOver' | 'alreadyOverdue' | 'consentMissing')
  | (
      | 'noticeMissing'
      | 'lateTransferNeedsReason'
      | 'notForLegal'
      | 'answeredTwiceFirst'
      | 'earlierUnanswered'
      | 'committeeFirst'
    )
  | (
      | 'dayPast'
      | 'mustBeWritten'
      | 'proxyUnconfirmed'
      | 'awaitsPickup'
      | 'nothingToCollect'
      | 'notForObjection'
      | 'notAwaiting'
      | 'notYetUncollected'
      | 'replyAfterDue'
      | 'cooperationUnknown'
    )
  | ('notJoint' | 'representativesRun' | 'representativesOpen' | 'secondPersonMissing')
  | (
      | 'objectionNotAllowed'
      | 'objectionNone'
      | 'objectionNotAccepted'
      | 'reopenedAlready'
      | 'receivedAsObjection'
      | 'notRefused'
      | 'returnedNotRefused'
      | 'objectionTooLate'
      | 'objectionKnown'
      | 'receivedBeforeNotice'
    )
  | ('paperUnknown' | 'paperIncomplete' | 'paperTooLong' | 'printUnderWay' | 'reprintReasonMissing')

/** What a document says, its verification number, and the secret in that. */
export type SealedPaper = { fields: PaperFields; code: string; salt: string }

export type CaseContext = {
  by: Actor
  /** Now: when the command is entered. */
  at: Instant
  calendar: Calendar
  outages: readonly Span[]
  /** A kind of the newest edition, or of the one that is named. */
  kind: (code: string, edition?: number) => { edition: number; kind: Kind } | undefined
  /** Whether this machine has a manual at all; a new PC works some moments before the first one has come. */
  hasManual: () => boolean
  /** The number of the edition that was in force at a time. */
  editionAt: (at: Instant) => number | undefined
  receiptNo: string
  isSupervisor: (clerk: string | undefined) => boolean
  isStaff: (clerk: string) => boolean
  /** What this machine knows apart of a case, by tenure and act. */
  apart: (caseId: string) => { [act: string]: Private }
  /** The body of a case in the archive of this machine, as JSON. */
  archived: (caseId: string) => string | undefined
  /** Whether what was kept apart of a case is destroyed. */
  isDestroyed: (caseId: string) => boolean
  /** The closed cases that day closes have put away on this machine. */
  archive: Pick<Archive, 'objectionsTo' | 'received' | 'numbered'>
  /** The case of a receipt number, in the state or in the archive of this machine; undefined for a number not known here. */
  numbered: (receiptNo: string) => Case | undefined
  /** Whether the hall has confirmed every act of a case. */
  isConfirmed: (caseId: string) => boolean
  /** What a document would say now, sealed under the number it would get; undefined when a mandated field is empty. */
  paper: (known: Case, name: PaperName, number: string) => SealedPaper | undefined
}

export type Happening = { event: CaseEvent; private?: Private }
export type CaseDecision = { happened: Happening[] } | Refused<CaseRefusal>

/** What every act of a holder bears. */
export type ActOf = {
  at: Instant
  enteredAt?: Instant
  by: Actor
  case: string
  tenure: number
  act: number
}
