import type { z } from 'zod'
import type { Alternative, AttachmentCause } from '../case/attachment.ts'
import type { Cooperation } from '../case/case.ts'
import type { Collector, Consent, FeeMeans, Filing, GuidanceTopic, Joint, SlipDuty } from '../case/intake.ts'
import type { OwnDataProof, OwnDataResult } from '../case/own-data.ts'
import type { Channel, ExtensionGround, LateDemand, Told, TransferTo } from '../case/procedure.ts'
import type { Command, Refusal } from '../hall.ts'
import type { FormField } from '../manual/form.ts'
import type { Period, PetitionClass } from '../manual/manual.ts'
import type { DueStep } from '../period/deadline-steps.ts'
import type { SuspensionReason } from '../period/deadline.ts'
import type { Authority, FormValues, SeenId } from '../record/private.ts'
import type { Day, Instant } from '../time.ts'
import type { CaseLine, DoneView, DueView } from './views.ts'

/** What the screen 법정 절차 shows. */

/** Something that the law wants by a time, beside the due date. */
export type MilestoneView = {
  what:
    | ('receiveFromWindow' | 'demandSupplement' | 'transferToDepartment' | 'transferToAgency')
    | ('supplementUntil' | 'replyBy' | 'progressNotice' | 'uncollectedFrom')
    | ('tellAlternatives' | 'tellOwnDataRefusal')
  at: Instant
  over: boolean
}

/** An attachment that did not come in: `document` by its name, `told` once other ways were offered. */
export type AttachmentView = {
  nth: number
  at: Instant
  cause: AttachmentCause
  document?: string
  note?: string
  told?: DoneView & { told: Channel; ways: Alternative[] }
}

/** A demand of own data; which data, whose, and why they were refused is known only where the case is held. */
export type OwnDataView = {
  nth: number
  at: Instant
  proof: OwnDataProof
  item?: string
  holder?: string
  answer?: DoneView & { result: OwnDataResult; reason?: string }
  told?: DoneView & { told: Channel }
}

/** 수수료: what was paid of which fee. The reduction and the reason are known only where the case is held. */
export type FeeView = DoneView & {
  table: number
  won: number
  means: z.infer<typeof FeeMeans>
  reduction?: { ko: string; en: string; id?: string }
  reason?: string
}

export type ProcedureView = {
  petition: PetitionClass
  filing: Filing
  /** 사전심사 (법 제30조): it is answered, not granted. */
  priorReview: boolean
  /** Whether a receipt slip has to be given. */
  slip: SlipDuty
  /** When it was entered, if later than it was received. */
  enteredAt?: Instant
  provisionalNo?: string
  /** The number of the voided receipt in whose place it came. */
  replaces?: string
  /** The edition that was in force at an outage's receipt, where a newer one stands for it. */
  editionThen?: number
  joint?: Joint
  objectionTo?: { to: string; receiptNo: string; refusalReceivedOn: Day }
  /** The objections to this case; one that is archived is taken out before it can be opened. */
  objections: (CaseLine & { archived?: true })[]
  /** The receipt number of the newest of them that was accepted, in whole or in part. */
  accepted: string | undefined
  guidance: { topic: GuidanceTopic; done?: DoneView }[]
  form: { fields: FormField[]; values: FormValues }
  identity?: DoneView & {
    who: Collector
    idSeen?: SeenId
    idOther?: string
    authority?: Authority
    issuer?: string
  }
  /** 전자 송달 동의: whether electronic notices are agreed to now, and to which address. */
  electronic?: DoneView & { given: boolean; consent: z.infer<typeof Consent>; address?: string }
  signed?: DoneView & { how: 'onScreen' | 'onPaper' }
  /** The fee of the manual in won; null where it is not confirmed, `open` while it turns on an answer that is missing. */
  feeTable: number | null | 'open'
  fee?: FeeView
  /** The payments that a correction has replaced, oldest first. */
  formerFees: FeeView[]
  clock: {
    receivedAt: Instant
    period: Period | null
    due?: DueView
    /** How the due date comes about, step by step. */
    steps: DueStep[]
    /** Without `to` it still lasts. */
    stops: { reason: SuspensionReason; from: Instant; to?: Instant }[]
    extensions: { nth: number; ground: ExtensionGround; length: Period; promised: Instant; at: Instant }[]
  }
  milestones: MilestoneView[]
  supplement?: {
    until: Day
    asked: number
    mailsReturned: number
    round: number
    demandedAt: Instant
    over: boolean
    items: string[]
    text?: string
  }
  /** Every demand of the supplement that runs, or ran last. */
  demands: (DoneView & {
    round: number
    until: Day
    items: string[]
    text?: string
    /** Why it came after eight working hours; in words where the clerk was just late. */
    late?: LateDemand
    lateReason?: string
  })[]
  /** The documents of the last demand that have not come, by name. */
  missing: string[]
  cooperations: (Cooperation & { nth: number })[]
  representatives?: { until: Day; named?: { count: number; chosenBy: 'petitioners' | 'agency' } }
  attachments: AttachmentView[]
  ownData: OwnDataView[]
  progress: (DoneView & { nth: number; told: z.infer<typeof Told> })[]
  transfers: (DoneView & { to: TransferTo; office: string; late: boolean })[]
  reminders: (DoneView & { actBy: Day })[]
  corrections: (DoneView & { confirmedBy: string; before?: string; after?: string })[]
  /** The acts of the procedure in the order of the law; an act without `refused` is possible now. */
  acts: { type: Command['type']; refused?: Refusal }[]
}
