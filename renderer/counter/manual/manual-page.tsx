import type { ReactNode } from 'react'
import type { FormField } from '../../../domain/manual/form.ts'
import type { Kind } from '../../../domain/manual/manual.ts'
import { WarningIcon } from '../../common/icons.tsx'
import { kindName } from '../../common/kind-name.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { isElsewhere } from './elsewhere.tsx'
import { Conditions, Unmet } from './manual-conditions.tsx'
import { Documents } from './manual-documents.tsx'
import { LawOf } from './manual-law.tsx'
import { Questions } from './manual-questions.tsx'
import { ManualTools, ManualUpkeep } from './manual-tools.tsx'
import { FeeByAnswers, Period } from './manual-values.tsx'
import type { Reading } from './reading.ts'

type Props = {
  kind: Kind
  reading: Reading
  /** Until when it is to be done, in words: from now on, or of the case. */
  due?: string | undefined
  /** The one that a case pins; without it the page is that of the edition in force. */
  edition?: number | undefined
  step?: string | undefined
  isPreview?: boolean
}

/** The manual page of a kind, read with one citizen: what to ask, what is then his, and what one looks up most. */
export function ManualPage({ kind, reading, due, edition, step, isPreview = false }: Props) {
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
        <h2 lang={language}>{kindName(kind.name, language)}</h2>
        {language === 'en' && (
          <p className="meta" lang="ko">
            {kind.name.ko}
          </p>
        )}
        <p className="meta">
          <ClassOf kind={kind} />
        </p>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled by the keyboard */}
      <section className="manual-body" tabIndex={0} aria-label={kindName(kind.name, language)}>
        <Unmet kind={kind} reading={reading} />
        <ThisStep kind={kind} index={index} />
        <ManualTools kind={kind} edition={edition} answers={reading.answers} />
        {isElsewhere(kind) && <Elsewhere note={kind.note} />}
        <Questions kind={kind} reading={reading} />
        <Part title={words.documents} isWhole>
          <Documents kind={kind} reading={reading} />
        </Part>
        <Part title={words.conditions}>
          <Conditions kind={kind} reading={reading} />
        </Part>
        <Part title={words.fee}>
          <FeeByAnswers kind={kind} reading={reading} />
        </Part>
        <Part title={words.period}>
          <Period kind={kind} isFull />
          {due !== undefined && <p>{due}</p>}
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
      <div lang="ko">
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
        {note !== undefined && (
          <p className="ink2" lang="ko">
            {note}
          </p>
        )}
      </div>
    </section>
  )
}

const Part = ({ title, isWhole = false, children }: { title: string; isWhole?: boolean; children: ReactNode }) => (
  <section className={isWhole ? 'part whole' : 'part'}>
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
        <li key={text} lang="ko">
          {text}
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
        <LawOf kind={kind} />
      </Part>
      <Part title={words.form}>
        <InKorean>
          {kind.form.title ?? kind.form.name} {kind.form.title && <span className="meta">{kind.form.name}</span>}
        </InKorean>
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
