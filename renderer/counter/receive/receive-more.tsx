import { Filing, Joint } from '../../../domain/case/intake.ts'
import { problemsOf } from '../../../domain/manual/form.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { ProxyKind } from '../../../domain/record/private.ts'
import { dayOf } from '../../../domain/time.ts'
import { Choice, TextField, Tick } from '../../common/field.tsx'
import { clock } from '../../common/format.ts'
import { useNow } from '../../common/use-now.ts'
import { useWords } from '../../text/text.ts'
import { FormFields } from '../case/form-fields.tsx'
import { optionsOf } from '../procedure/act-form-parts.ts'
import { lineProblem, numberOf } from '../procedure/act-form.ts'
import { Signature } from '../procedure/signature.tsx'
import { DayAndTime } from '../procedure/when-field.tsx'
import { otherLines, type Receipt } from './receipt.ts'

type Props = {
  receipt: Receipt
  kind: Kind
  /** Whether it was tried to receive it: from then on an empty field that must not be is marked. */
  isTried: boolean
  onChange: (more: Partial<Receipt>) => void
}

/** 신청서·접수 방법: how it was filed, what the form says, who signs, and the circumstances that the law knows. */
export function ReceiveMore({ receipt, kind, isTried, onChange }: Props) {
  const { intake } = useWords()
  const { more } = intake
  return (
    <>
      <Way receipt={receipt} kind={kind} isTried={isTried} onChange={onChange} />
      <h2 className="head">{more.application}</h2>
      <div className="pairs form-pairs">
        <FormFields
          fields={kind.form.fields}
          values={receipt.form}
          onChange={(id, value) => onChange({ form: { ...receipt.form, [id]: value } })}
          problems={filledProblems(kind, receipt.form)}
        />
      </div>
      <Signature value={receipt.signed} onChange={(signed) => onChange({ signed })} />
      <h2 className="head">{more.how}</h2>
      <Proxy receipt={receipt} isTried={isTried} onChange={onChange} />
      <Several receipt={receipt} isTried={isTried} onChange={onChange} />
      <Circumstances receipt={receipt} kind={kind} isTried={isTried} onChange={onChange} />
    </>
  )
}

/** What is wrong with what was filled in; an empty field is a matter of the supplement (민원처리법 제9조). */
export const filledProblems = (kind: Kind, form: Receipt['form']): ReturnType<typeof problemsOf> =>
  Object.fromEntries(Object.entries(problemsOf(kind.form.fields, form)).filter(([, problem]) => problem !== 'empty'))

function Way({ receipt, kind, isTried, onChange }: Props) {
  const { intake } = useWords()
  const now = useNow(60_000)
  const { filing } = receipt
  const hint = filing === 'dictated' ? intake.more.dictatedHint : filing === 'oral' ? intake.more.oralHint : undefined
  const ways = Filing.options.filter((f) => f !== 'oral' || kind.petition === 'other')
  const arrived = receipt.arrived ?? { day: dayOf(now), time: clock(now) }
  return (
    <>
      <Choice
        label={intake.more.filing}
        hint={hint}
        value={filing}
        options={ways.map((value) => ({ value, label: intake.filings[value] }))}
        onChange={(way) => onChange({ filing: way, ...(way === 'eWindow' && { arrived }) })}
      />
      {filing === 'eWindow' && (
        <fieldset className="field">
          <legend>{intake.more.arrived}</legend>
          <DayAndTime when={arrived} isTried={isTried} onChange={(when) => onChange({ arrived: when })} />
        </fieldset>
      )}
    </>
  )
}

/** A number from 1, or nothing. */
export const isCount = (typed: string): boolean => typed.trim() === '' || numberOf(typed) >= 1

type PartProps = Omit<Props, 'kind'>

function Proxy({ receipt, isTried, onChange }: PartProps) {
  const { more } = useWords().intake
  const { receive } = useWords()
  const { proxy } = receipt
  const set = (part: 'name' | 'contact' | 'relation') => (value: string) =>
    proxy && onChange({ proxy: { ...proxy, [part]: value } })
  const empty = { kind: 'delegate', name: '', contact: '', relation: '' } as const
  return (
    <>
      <Tick
        label={more.proxy}
        value={proxy !== undefined}
        onChange={(isSo) => onChange({ proxy: isSo ? empty : undefined })}
      />
      {proxy && (
        <div className="pairs">
          <Choice
            label={more.proxyKind}
            value={proxy.kind}
            options={optionsOf(ProxyKind.options, more.proxyKinds)}
            onChange={(kind) => onChange({ proxy: { ...proxy, kind } })}
          />
          <TextField
            label={more.proxyName}
            value={proxy.name}
            onChange={set('name')}
            problem={isTried && proxy.name.trim() === '' ? more.needed : undefined}
          />
          <TextField
            label={more.relation}
            optional={receive.optional}
            value={proxy.relation}
            onChange={set('relation')}
          />
          <TextField
            label={more.proxyContact}
            optional={receive.optional}
            value={proxy.contact}
            onChange={set('contact')}
          />
        </div>
      )}
    </>
  )
}

function Several({ receipt, isTried, onChange }: PartProps) {
  const { intake, procedure, receive } = useWords()
  const { more, joints } = intake
  const { joint } = receipt
  const set = (part: Partial<NonNullable<Receipt['joint']>>) => joint && onChange({ joint: { ...joint, ...part } })
  const empty = { signers: '', households: '', listSeen: false, others: '' }
  const options = [
    { value: 'alone' as const, label: more.alone },
    ...Joint.shape.how.options.map((value) => ({ value, label: joints[value] })),
  ]
  return (
    <>
      <Choice
        label={more.joint}
        value={joint?.how ?? 'alone'}
        options={options}
        onChange={(how) => onChange({ joint: how === 'alone' ? undefined : { ...(joint ?? empty), how } })}
      />
      {joint && (
        <div className="pairs">
          <TextField
            label={more.signers}
            unit={more.people}
            inputMode="numeric"
            value={joint.signers}
            max={6}
            problem={isTried && !(numberOf(joint.signers) >= 2) ? more.signersWrong : undefined}
            onChange={(signers) => set({ signers })}
          />
          {joint.how === 'multiParty' && (
            <TextField
              label={more.households}
              unit={more.householdsUnit}
              inputMode="numeric"
              max={6}
              value={joint.households}
              problem={isTried && !isCount(joint.households) ? more.number : undefined}
              onChange={(households: string) => set({ households })}
            />
          )}
          <TextField
            label={more.others}
            optional={receive.optional}
            rows={2}
            max={31_000}
            value={joint.others}
            onChange={(others) => set({ others })}
            problem={procedure.form.lines.bad(lineProblem(joint.others, otherLines))}
          />
          <Tick label={more.listSeen} value={joint.listSeen} onChange={(listSeen) => set({ listSeen })} />
        </div>
      )}
    </>
  )
}

function Circumstances({ receipt, kind, isTried, onChange }: Props) {
  const { intake, receive } = useWords()
  const { more } = intake
  const now = useNow(60_000)
  const { outage } = receipt
  const begun = { provisionalNo: '', when: { day: dayOf(now), time: clock(now) } }
  return (
    <>
      {kind.priorReview && (
        <Tick
          label={more.priorReview}
          value={receipt.priorReview}
          onChange={(priorReview) => onChange({ priorReview })}
        />
      )}
      {kind.priorReview && !receipt.priorReview && (
        <TextField
          label={more.reviewedBy}
          optional={receive.optional}
          hint={more.reviewedByHint}
          max={20}
          value={receipt.reviewedBy}
          onChange={(reviewedBy: string) => onChange({ reviewedBy })}
        />
      )}
      <Tick
        label={more.webNotice}
        hint={more.webNoticeHint}
        value={receipt.webNotice}
        onChange={(webNotice) => onChange({ webNotice })}
      />
      {kind.otherAgencyIssue && (
        <TextField
          label={more.copies}
          optional={receive.optional}
          unit={more.copiesUnit}
          inputMode="numeric"
          max={5}
          value={receipt.copies}
          problem={isTried && !isCount(receipt.copies) ? more.number : undefined}
          onChange={(copies: string) => onChange({ copies })}
        />
      )}
      <Tick
        label={more.outage}
        hint={more.outageHint}
        value={outage !== undefined}
        onChange={(isSo) => onChange({ outage: isSo ? begun : undefined })}
      />
      {outage && (
        <>
          <TextField
            label={more.provisionalNo}
            max={40}
            value={outage.provisionalNo}
            problem={isTried && outage.provisionalNo.trim() === '' ? more.needed : undefined}
            onChange={(provisionalNo) => onChange({ outage: { ...outage, provisionalNo } })}
          />
          <DayAndTime
            when={outage.when}
            isTried={isTried}
            onChange={(when) => onChange({ outage: { ...outage, when } })}
          />
        </>
      )}
    </>
  )
}
