import type { Filing, GuidanceTopic, Joint } from '../../../domain/case/intake.ts'
import type { Command } from '../../../domain/hall.ts'
import { keptValues } from '../../../domain/manual/form.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { knownAnswers } from '../../../domain/manual/questions.ts'
import type { Answers, ProxyKind } from '../../../domain/record/private.ts'
import { readDay } from '../../common/typed-day.ts'
import { linesOf, maybe, numberOf, type LineLimits, type Values } from '../procedure/act-form.ts'
import type { Signed } from '../procedure/signature.tsx'
import { instantOfWhen, type When } from '../procedure/when.ts'
import { siteVisitOf } from './site-visit.ts'

/** 접수: what is typed at a receipt, and the command that it makes. */

export type Receipt = {
  person: { name: string; birth: string; contact: string; address: string }
  told: readonly GuidanceTopic[]
  siteVisit: string
  filing: Filing
  form: Values
  signed: Signed
  /** Absent while the petitioner acts in person. */
  proxy?: undefined | { kind: ProxyKind; name: string; contact: string; relation: string }
  joint?: undefined | { how: Joint['how']; signers: string; households: string; listSeen: boolean; others: string }
  priorReview: boolean
  /** 사전심사를 거쳤음: the receipt number of the prior review. */
  reviewedBy: string
  webNotice: boolean
  copies: string
  /** 오접수 취소: the voided receipt whose place it takes; empty for none. */
  replaces: string
  /** 장애 중 접수: the number on the paper, and when it was received. */
  outage?: undefined | { provisionalNo: string; when: NonNullable<When> }
  /** When the petition came in at the e-window. */
  arrived?: NonNullable<When>
}

export const emptyReceipt: Receipt = {
  person: { name: '', birth: '', contact: '', address: '' },
  told: [],
  siteVisit: '',
  filing: 'paper',
  form: {},
  signed: {},
  priorReview: false,
  reviewedBy: '',
  webNotice: false,
  copies: '',
  replaces: '',
}

/** Whether it is of what came while a kind that was taken out was received: in place of a voided receipt, or of an outage. */
export const isOfThen = ({ replaces, outage }: Receipt): boolean =>
  replaces !== '' || instantOfWhen(outage?.when) !== undefined

/** 공동 민원인: a name a line. */
export const otherLines: LineLimits = { longest: 60, most: 500 }

type Receive = Extract<Command, { type: 'receiveCase' }>

/** The command of a receipt; what was left empty is not in it. */
export function receiveCommand(
  receipt: Receipt,
  kind: Kind,
  id: string,
  visit: string | undefined,
  answers: Answers = {},
): Receive {
  const {
    told,
    siteVisit,
    filing,
    form,
    signed,
    proxy,
    priorReview,
    reviewedBy,
    webNotice,
    copies,
    outage,
    arrived,
    replaces,
  } = receipt
  const values = keptValues(kind.form.fields, form)
  const known = knownAnswers(kind.questions, answers)
  const doneAt = instantOf(outage?.when)
  const arrivedAt = instantOf(arrived)
  return {
    type: 'receiveCase',
    case: id,
    kind: kind.code,
    petitioner: petitionerOf(receipt),
    ...(visit !== undefined && { visit }),
    ...(told.length > 0 && { guidance: [...told], ...siteVisitOf(siteVisit) }),
    ...(filing !== 'paper' && { filing }),
    ...(Object.keys(values).length > 0 && { form: values }),
    ...(Object.keys(known).length > 0 && { answers: known }),
    ...(signed.strokes && { signature: signed.strokes }),
    ...(signed.onPaper && { signed: true }),
    ...(proxy && {
      proxy: {
        name: proxy.name.trim(),
        ...maybe('contact', proxy.contact),
        ...maybe('relation', proxy.relation),
        ...(proxy.kind === 'legalRepresentative' && { kind: proxy.kind }),
      },
    }),
    ...jointOf(receipt),
    ...(!priorReview && maybe('reviewedBy', reviewedBy)),
    ...(priorReview && { priorReview }),
    ...maybe('replaces', replaces),
    ...(webNotice && { webNotice }),
    ...(copies.trim() !== '' && { copies: numberOf(copies) }),
    ...(outage && { provisionalNo: outage.provisionalNo.trim(), ...(doneAt !== undefined && { doneAt }) }),
    ...(filing === 'eWindow' && arrivedAt !== undefined && { arrivedAt }),
  }
}

const instantOf = (when: When): number | undefined => {
  const at = instantOfWhen(when)
  return at === 'wrong' ? undefined : at
}

function petitionerOf({ person: { name, birth, contact, address } }: Receipt): Receive['petitioner'] {
  return {
    name: name.trim(),
    ...maybe('birth', readDay(birth)),
    ...maybe('contact', contact),
    ...maybe('address', address),
  }
}

function jointOf({ joint }: Receipt): Pick<Receive, 'joint' | 'others'> {
  if (!joint) return {}
  const others = linesOf(joint.others).map((name) => ({ name }))
  return {
    joint: {
      how: joint.how,
      signers: numberOf(joint.signers),
      listSeen: joint.listSeen,
      ...(joint.households.trim() !== '' && { households: numberOf(joint.households) }),
    },
    ...(others.length > 0 && { others }),
  }
}
