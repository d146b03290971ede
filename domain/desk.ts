import { z } from 'zod'
import { Id } from './actor.ts'
import type { Refused } from './case/act-order.ts'
import { longestNumber } from './case/procedure.ts'
import type { Hit } from './find/find.ts'
import type { GuideView } from './guide/guide.ts'
import { Command, type Refusal } from './hall.ts'
import { pairingCommands, pairingQuestions, type InvitationView, type PairingView } from './machine/pairing.ts'
import { Part, type Replacement } from './manual/amendment.ts'
import { broughtCommands, broughtQuestions, type BroughtView, type PackOutView } from './manual/brought.ts'
import type { Checklist } from './manual/checklist.ts'
import type { ContentsView } from './manual/contents.ts'
import type { Kind } from './manual/manual.ts'
import { OutageNotice } from './paper/outage-sheet.ts'
import { PaperName } from './paper/paper.ts'
import { accessKinds } from './people/access-kinds.ts'
import { sessionCommands } from './people/session.ts'
import type { Due } from './period/deadline.ts'
import { Answers } from './record/private.ts'
import { Exported, mostLines, Which } from './register/register-export.ts'
import { Day, Instant, Month } from './time.ts'
import type { LookupView } from './views/lookup.ts'
import type { AccessesView } from './views/view-accesses.ts'
import type { BackupView, RecoveryView } from './views/view-backup.ts'
import type { BellView } from './views/view-bell.ts'
import type { DutiesView, MonthView } from './views/view-duties.ts'
import type { EditionDiffView, EditionLine, KindHistoryView } from './views/view-editions.ts'
import type { FormerKindLine, FormerKindView } from './views/view-former.ts'
import type { GuideDeskView } from './views/view-guide.ts'
import type { MachinesView } from './views/view-machines.ts'
import type { ManualPartView } from './views/view-manual-part.ts'
import type { AmendmentLine, AmendmentView, ManualDeskView, ManualKindsView } from './views/view-manual.ts'
import type { CompareView, NewsEdition, ReadersView } from './views/view-news.ts'
import type { BoardView, KioskView, SlipView } from './views/view-public.ts'
import type { AccuracyView, QueueSettingsView } from './views/view-queue.ts'
import type { ExportView, RegisterView } from './views/view-register.ts'
import type { RetentionView } from './views/view-retention.ts'
import type { RosterView } from './views/view-roster.ts'
import type { ProposalView, UseView } from './views/view-use.ts'
import type { CaseView, CounterView, HolidaysView, OverviewView } from './views/views.ts'
import type { PapersView, PaperView, SetupView } from './views/views.ts'

/** The contract between a screen and its PC: four functions for ever. A new action needs no new one. */
export interface Desk {
  submit(command: Command | PcCommand): Promise<Outcome>
  view<Q extends Question>(question: Q): Promise<ViewOf<Q>>
  /** Hears the view at once and after every change, until `stop` is called. */
  watch<Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void): Stop
  find(text: string): Promise<Hit[]>
}
export type Stop = () => void

/** What a PC does by itself: no act, and nothing of it is in the record (docs/decisions/0011). */
export const PcCommand = z.discriminatedUnion('type', [
  /** Prints the guide for a citizen, or keeps it as a PDF on this PC. */
  z.strictObject({
    type: z.literal('printGuide'),
    code: Id,
    edition: z.int().optional(),
    answers: Answers,
    as: z.enum(['paper', 'pdf']),
  }),
  /** Prints the notice of an outage that lasts. */
  OutageNotice.extend({ type: z.literal('printOutage') }),
  /** Somebody has read what the start of this PC found and brought back. */
  z.strictObject({ type: z.literal('recoverySeen') }),
  ...broughtCommands,
  ...sessionCommands,
  /** An act that needs a second person, who proves with the own password at this PC to stand by (docs/decisions/0014). */
  z.strictObject({ type: z.literal('withSecond'), command: Command, password: z.string().min(1).max(400) }),
  ...pairingCommands,
])
export type PcCommand = z.infer<typeof PcCommand>

const pcTypes: ReadonlySet<string> = new Set(PcCommand.options.map((o) => o.shape.type.value))
export const isPcCommand = (command: Command | PcCommand): command is PcCommand => pcTypes.has(command.type)

/** What a PC does about who sits at it. */
export type SessionCommand = Extract<PcCommand, z.infer<(typeof sessionCommands)[number]> | { type: 'withSecond' }>
const sessionTypes: ReadonlySet<string> = new Set([...sessionCommands.map((o) => o.shape.type.value), 'withSecond'])
export const isSessionCommand = (command: Command | PcCommand): command is SessionCommand =>
  sessionTypes.has(command.type)

/** Only bugs throw: being offline is an answer, and so is a refusal. */
export type Outcome = 'done' | 'unreachable' | Refused<Refusal>

/** What a PC shows and answers while it is locked: its own screen, and the bell of a colleague in need. */
export const beforeLock = ['setup', 'pairing', 'bell'] as const

/** What a screen may ask. The last three are public: boards and kiosks ask nothing else. */
export const Question = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('setup') }),
  z.strictObject({ of: z.literal('counter') }),
  z.strictObject({ of: z.literal('case'), case: Id }),
  z.strictObject({ of: z.literal('papers'), case: Id }),
  /** A 주민등록번호 in whole, once `showNumber` is on record. */
  z.strictObject({ of: z.literal('number'), case: Id, field: Id }),
  z.strictObject({
    of: z.literal('paper'),
    case: Id,
    name: PaperName,
    /** A document that was made, as it was frozen. */
    made: Id.optional(),
    /** An act that is still being typed: the document as it would be after it. */
    draft: Command.optional(),
  }),
  z.strictObject({ of: z.literal('kind'), code: Id, edition: z.int().optional() }),
  /** 매뉴얼에서 뺀 민원사무: one as it was, or those that are still looked for. */
  z.strictObject({ of: z.literal('formerKind'), code: Id }),
  z.strictObject({ of: z.literal('formerKinds') }),
  /** 이 민원인의 준비물: of the edition in force, or of the one that is named. */
  z.strictObject({ of: z.literal('checklist'), code: Id, edition: z.int().optional(), answers: Answers }),
  /** 준비물 안내 of a kind for these answers, and its sheet. */
  z.strictObject({ of: z.literal('guide'), code: Id, edition: z.int().optional(), answers: Answers }),
  z.strictObject({ of: z.literal('contents') }),
  z.strictObject({ of: z.literal('overview') }),
  z.strictObject({ of: z.literal('guideDesk') }),
  /** 비상벨. */
  z.strictObject({ of: z.literal('bell') }),
  /** 대기열 설정. */
  z.strictObject({ of: z.literal('queueSettings') }),
  /** 예상의 정확도. */
  z.strictObject({ of: z.literal('accuracy') }),
  /** With a date: what changes if it is made a holiday, or no longer one. */
  z.strictObject({ of: z.literal('holidays'), date: Day.optional() }),
  /** When a petition of a kind would be due if it were received now. */
  z.strictObject({
    of: z.literal('receiptDue'),
    code: Id,
    priorReview: z.boolean().optional(),
    copies: z.int().min(1).max(10_000).optional(),
    replaces: Id.optional(),
  }),
  /** When a case would be due if it were extended now by so much of its own unit, or by so many days. */
  z.strictObject({
    of: z.literal('extendedDue'),
    case: Id,
    value: z.int().min(1).max(longestNumber),
    unit: z.literal('days').optional(),
  }),
  /** With the end of a receipt number: only what is numbered so; with a limit: so many of the first lines. */
  z.strictObject({
    of: z.literal('register'),
    first: Day,
    last: Day,
    which: Which,
    receipt: z.string().max(20).optional(),
    limit: z.int().min(1).max(mostLines).optional(),
  }),
  z.strictObject({ of: z.literal('exports') }),
  /** How many lines an export would have. */
  z.strictObject({ of: z.literal('exportLines'), first: Day, last: Day, which: Exported }),
  /** 접속기록 of a month, or what of it is named; `receipt` is the end of a receipt number; with `before`: acts before it. */
  z.strictObject({
    of: z.literal('accesses'),
    month: Month,
    person: Id.optional(),
    machine: Id.optional(),
    receipt: z.string().max(20).optional(),
    kind: z.enum(accessKinds).optional(),
    unusual: z.boolean().optional(),
    before: Instant.optional(),
  }),
  /** With an outage: how many open cases it would move. */
  z.strictObject({ of: z.literal('duties'), outage: z.strictObject({ from: Instant, to: Instant }).optional() }),
  /** 보존기간이 지난 민원; with a list: the receipt numbers of a year and kind. */
  z.strictObject({ of: z.literal('retention'), list: z.strictObject({ year: z.int(), kind: Id }).optional() }),
  OutageNotice.extend({ of: z.literal('outageSheet') }),
  z.strictObject({ of: z.literal('month'), month: Month }),
  /** 관리 · PC: the machines of the hall. */
  z.strictObject({ of: z.literal('machines') }),
  /** 관리 · 직원: who works in the hall; for an administrator. */
  z.strictObject({ of: z.literal('roster') }),
  /** 관리 · 백업: the copies of the hall and of its PCs. */
  z.strictObject({ of: z.literal('backup') }),
  /** What the start of this PC found and brought back. */
  z.strictObject({ of: z.literal('recovery') }),
  z.strictObject({ of: z.literal('manualDesk') }),
  z.strictObject({ of: z.literal('manualKinds') }),
  /** What is being typed of a part of the manual, or how it stands in an amendment or in the newest edition. */
  z.strictObject({
    of: z.literal('manualPart'),
    part: Part,
    text: z.string().max(200_000).optional(),
    amendment: Id.optional(),
  }),
  z.strictObject({ of: z.literal('amendments') }),
  z.strictObject({ of: z.literal('amendment'), amendment: Id }),
  z.strictObject({ of: z.literal('editions') }),
  z.strictObject({ of: z.literal('editionDiff'), from: z.int(), to: z.int() }),
  z.strictObject({ of: z.literal('kindHistory'), code: Id }),
  /** 지난 판과 비교: of a kind, up to an edition. */
  z.strictObject({ of: z.literal('compare'), code: Id, edition: z.int().optional() }),
  z.strictObject({ of: z.literal('news') }),
  z.strictObject({ of: z.literal('readers'), edition: z.int() }),
  z.strictObject({ of: z.literal('proposals'), code: Id.optional() }),
  /** 매뉴얼의 쓰임: over all kinds, or of one. */
  z.strictObject({ of: z.literal('use'), code: Id.optional() }),
  ...broughtQuestions,
  ...pairingQuestions,
  /** What of a search that was missed may be told (domain/find/missed-search.ts). */
  z.strictObject({ of: z.literal('tellable'), text: z.string().max(200) }),
  z.strictObject({ of: z.literal('lookup'), text: z.string().max(200) }),
  z.strictObject({ of: z.literal('board'), board: Id.optional() }),
  z.strictObject({ of: z.literal('kiosk'), kiosk: Id.optional() }),
  z.strictObject({ of: z.literal('slip'), touch: Id }),
])
export type Question = z.infer<typeof Question>

type Views = {
  setup: SetupView
  counter: CounterView
  case: CaseView | undefined
  papers: PapersView | undefined
  number: string | undefined
  paper: PaperView
  kind: Kind | undefined
  formerKind: FormerKindView | undefined
  formerKinds: FormerKindLine[]
  checklist: Checklist | undefined
  guide: GuideView | undefined
  contents: ContentsView
  overview: OverviewView
  guideDesk: GuideDeskView
  holidays: HolidaysView
  bell: BellView
  queueSettings: QueueSettingsView
  accuracy: AccuracyView
  receiptDue: Due | undefined
  extendedDue: Due | undefined
  register: RegisterView | undefined
  exports: ExportView[] | undefined
  exportLines: number | undefined
  accesses: AccessesView | undefined
  duties: DutiesView | undefined
  retention: RetentionView | undefined
  outageSheet: { token?: string } | undefined
  month: MonthView | undefined
  machines: MachinesView | undefined
  roster: RosterView | undefined
  backup: BackupView | undefined
  recovery: RecoveryView | undefined
  pairing: PairingView
  invitation: InvitationView | undefined
  manualDesk: ManualDeskView
  manualKinds: ManualKindsView | undefined
  manualPart: ManualPartView | undefined
  amendments: AmendmentLine[]
  amendment: AmendmentView | undefined
  editions: EditionLine[]
  editionDiff: EditionDiffView
  kindHistory: KindHistoryView
  compare: CompareView | undefined
  news: NewsEdition[]
  readers: ReadersView | undefined
  proposals: ProposalView[]
  use: UseView
  tellable: string | undefined
  brought: BroughtView | undefined
  broughtParts: Replacement[]
  packOut: PackOutView
  lookup: LookupView
  board: BoardView
  kiosk: KioskView
  slip: SlipView | undefined
}
export type ViewOf<Q extends Question> = Views[Q['of']]

export const publicQuestions: readonly Question['of'][] = ['board', 'kiosk', 'slip']
export const publicCommands: readonly Command['type'][] = ['issueTicket', 'tellTicket', 'printTicket']
