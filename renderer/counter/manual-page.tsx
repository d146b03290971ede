import type { ReactNode } from 'react'
import type { FormField } from '../../domain/form.ts'
import type { Kind } from '../../domain/manual.ts'
import { BarredIcon, PaperIcon, QuestionIcon, WarningIcon } from '../common/icons.tsx'
import { Say } from '../common/tag.tsx'
import { useLanguage, useWords } from '../text/text.ts'
import { ManualTools, ManualUpkeep } from './manual-tools.tsx'
import { Fee, Period } from './manual-values.tsx'

/** `edition` is the one that a case pins; without it the page is that of the edition in force. */
type Props = { kind: Kind; edition?: number; step?: string | undefined; isPreview?: boolean }

/** The manual page of a kind; this step on top, then what one looks up most. */
export function ManualPage({ kind, edition, step, isPreview = false }: Props) {
  const { manual: words } = useWords()
  const language = useLanguage()
  const index = kind.steps.findIndex((s) => s.id === step)
  return (
    <>
      <div className="manual-head">
        <p className="row between meta">
          <span>
            {words.title} · {kind.code}
          </span>
          <span>{isPreview ? words.preview : index >= 0 ? words.following(index + 1) : ''}</span>
        </p>
        <h2>{kind.name.ko}</h2>
        {language === 'en' && <p className="meta">{kind.name.en}</p>}
        <p className="meta">
          <ClassOf kind={kind} />
        </p>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by the keyboard */}
      <section className="manual-body" tabIndex={0} aria-label={kind.name.ko}>
        <ThisStep kind={kind} index={index} />
        <ManualTools kind={kind} edition={edition} />
        {kind.intake !== 'hall' && <Elsewhere note={kind.note} />}
        <Part title={words.conditions}>
          <Texts texts={kind.conditions.map((c) => c.text)} />
        </Part>
        <Part title={words.documents}>
          <Documents kind={kind} />
        </Part>
        <Part title={words.period}>
          <Period kind={kind} isFull />
        </Part>
        <Part title={words.fee}>
          <Fee kind={kind} isFull />
        </Part>
        {isPreview && (
          <Part title={words.steps}>
            <Texts texts={kind.steps.map((s, i) => `${i + 1} ${s.title}`)} />
          </Part>
        )}
        <Rest kind={kind} />
        <ManualUpkeep kind={kind} edition={edition} />
      </section>
    </>
  )
}

/** 법정민원 등, and whether it is complex, may be reviewed before or is issued for another agency. */
function ClassOf({ kind }: { kind: Kind }) {
  const { form } = useWords()
  const marks = (['complex', 'priorReview', 'otherAgencyIssue'] as const).filter((mark) => kind[mark])
  return [form.petitions[kind.petition], ...marks.map((mark) => form[mark])].join(' · ')
}

/** What the form asks, in one look: what has to be filled in, and what may be. */
function FieldsOf({ fields }: { fields: readonly FormField[] }) {
  const { form } = useWords()
  const language = useLanguage()
  const named = (isRequired: boolean) => fields.filter((f) => f.required === isRequired).map((f) => f.label[language])
  const lists = [
    { word: form.required, names: named(true) },
    { word: form.optional, names: named(false) },
  ].filter(({ names }) => names.length > 0)
  if (lists.length === 0) return null
  return (
    <ul aria-label={form.fields}>
      {lists.map(({ word, names }) => (
        <li key={word} className="ink2">
          <b>{word}</b> {names.join(', ')}
        </li>
      ))}
    </ul>
  )
}

function ThisStep({ kind, index }: { kind: Kind; index: number }) {
  const { manual: words } = useWords()
  const step = kind.steps[index]
  if (!step) return null
  return (
    <section className="part now">
      <h3 className="head">{words.thisStep}</h3>
      <div>
        <b>{step.title}</b>
        <p className="ink2">{step.action}</p>
      </div>
    </section>
  )
}

function Elsewhere({ note }: { note: string | undefined }) {
  const { manual: words } = useWords()
  return (
    <section className="part">
      <h3 className="head">{words.intake}</h3>
      <div className="not-known">
        <Say tone="warn" icon={WarningIcon}>
          {words.elsewhere}
        </Say>
        {note !== undefined && <p className="ink2">{note}</p>}
      </div>
    </section>
  )
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="part">
    <h3 className="head">{title}</h3>
    <div>{children}</div>
  </section>
)

function Texts({ texts }: { texts: readonly string[] }) {
  const { manual: words } = useWords()
  if (texts.length === 0) return <span className="meta">{words.none}</span>
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

function Documents({ kind }: { kind: Kind }) {
  const { manual: words, case: caseWords } = useWords()
  if (kind.documents.length === 0) return <span className="meta">{words.none}</span>
  return (
    <ul>
      {kind.documents.map((d) => (
        <li key={d.id}>
          {d.name}{' '}
          <span className="meta">
            {[d.condition, d.original ? words.original : undefined].filter(Boolean).join(' · ')}
          </span>{' '}
          {d.verifyBy === null ? (
            <Say tone="warn" icon={QuestionIcon}>
              {caseWords.documents.unknown}
            </Say>
          ) : d.verifyBy === 'applicant' ? (
            <Say icon={PaperIcon}>{words.citizen}</Say>
          ) : (
            <Say tone="accent" icon={BarredIcon}>
              {words.office}
            </Say>
          )}
        </li>
      ))}
    </ul>
  )
}

function Rest({ kind }: { kind: Kind }) {
  const { manual: words } = useWords()
  return (
    <>
      <Part title={words.law}>
        <ul lang="ko">
          {kind.law.map((l) => (
            <li key={`${l.law}${l.article}`}>
              {l.law} <b>{l.article}</b> <span className="meta">{l.heading}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.form}>
        {kind.form.title ?? kind.form.name} {kind.form.title && <span className="meta">{kind.form.name}</span>}
        <FieldsOf fields={kind.form.fields} />
      </Part>
      <Part title={words.result}>
        <span lang="ko">{kind.result}</span>
      </Part>
      <Part title={words.appeal}>
        <span lang="ko" className="ink2">
          {kind.appeal}
        </span>
      </Part>
      <Part title={words.sources}>
        <span lang="ko" className="meta">
          {kind.sources.join(' · ')}
        </span>
      </Part>
    </>
  )
}
