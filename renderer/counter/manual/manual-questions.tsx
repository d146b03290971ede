import { useId, useState, type ReactNode } from 'react'
import type { Kind, Question } from '../../../domain/manual/manual.ts'
import { numberOf } from '../../../domain/manual/questions.ts'
import { unitIn } from '../../../domain/manual/unit-words.ts'
import type { Answers } from '../../../domain/record/private.ts'
import { Button } from '../../common/button.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { Fold } from '../../common/fold.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Problem } from '../../common/problem.tsx'
import { isComposing } from '../../common/use-keys.ts'
import { useLanguage, useWords, type Language, type Words } from '../../text/text.ts'
import type { Reading } from './reading.ts'

type Answer = Answers[string]

const questionsId = 'manual-questions'

/** Moves the focus to the first question that is shown, from wherever it is. */
export function goToQuestions(): void {
  const place = document.getElementById(questionsId)
  const open = place?.querySelector<HTMLElement>('[data-open] input, [data-open] textarea')
  const first = open ?? place?.querySelector<HTMLElement>('input, summary')
  first?.focus()
}

/** 질문: those that still turn something are asked, one under the other; the others fold to their answers. */
export function Questions({ kind, reading }: { kind: Kind; reading: Reading }) {
  const { questions: words } = useWords().reading
  const headingId = useId()
  if (kind.questions.length === 0) return null
  const { answers, list, onAnswer, problem } = reading
  const matters = (q: Question) => list.questions.find((one) => one.question === q.id)?.matters ?? true
  const asked = kind.questions.filter(matters)
  const settled = kind.questions.filter((q) => !matters(q))
  const answered = asked.filter((q) => answers[q.id] !== undefined).length
  const change = (id: string, answer: Answer | undefined) => {
    const { [id]: _before, ...others } = answers
    onAnswer?.(answer === undefined ? others : { ...others, [id]: answer })
  }
  return (
    <section className="part whole questions" id={questionsId} aria-labelledby={headingId}>
      <div className="row between">
        <h3 className="head" id={headingId}>
          {words.title}
        </h3>
        <span className="meta" aria-live="polite">
          {asked.length > 0 && words.progress(answered, asked.length)}
        </span>
      </div>
      {onAnswer ? (
        asked.map((q) => (
          <OneQuestion key={q.id} question={q} answer={answers[q.id]} onChange={(answer) => change(q.id, answer)} />
        ))
      ) : (
        <Told questions={asked} answers={answers} />
      )}
      <Problem>{problem}</Problem>
      {settled.length > 0 && (
        <Fold title={words.settled(settled.length)}>
          <Told questions={settled} answers={answers} {...(onAnswer && { onClear: (id) => change(id, undefined) })} />
        </Fold>
      )}
      {!onAnswer && <p className="meta">{words.readOnly}</p>}
    </section>
  )
}

type OneProps = { question: Question; answer: Answer | undefined; onChange: (answer: Answer | undefined) => void }

function OneQuestion({ question, answer, onChange }: OneProps) {
  const words = useWords()
  const language = useLanguage()
  const { questions } = words.reading
  const label = question.ask[language]
  const hint = (
    <>
      {questions.because}: <InKorean>{question.because}</InKorean>
    </>
  )
  if (question.type === 'number')
    return <NumberQuestion question={question} answer={answer} onChange={onChange} label={label} hint={hint} />
  const options =
    question.type === 'choice'
      ? (question.options ?? []).map((o) => ({ value: o.id, label: o[language] }))
      : [
          { value: 'yes', label: questions.yes },
          { value: 'no', label: questions.no },
        ]
  const value = typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : answer
  return (
    <div className="question" data-open={answer === undefined || undefined}>
      <Choice
        label={label}
        options={options}
        value={value === undefined ? undefined : String(value)}
        // Why it is asked helps until it is answered.
        hint={answer === undefined ? hint : undefined}
        onChange={(chosen) => onChange(question.type === 'yesNo' ? chosen === 'yes' : chosen)}
      />
      {answer !== undefined && <Clear label={label} onClear={() => onChange(undefined)} />}
    </div>
  )
}

/** A number is told when it is finished: by Enter, or when the field is left. */
function NumberQuestion({ question, answer, onChange, label, hint }: OneProps & { label: string; hint: ReactNode }) {
  const { questions } = useWords().reading
  const language = useLanguage()
  const [text, setText] = useState(answer === undefined ? '' : String(answer))
  const number = numberIn(text)
  const tell = () => number !== 'wrong' && number !== answer && onChange(number)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Enter in its field ends the number
    <div
      className="question"
      data-open={answer === undefined || undefined}
      onKeyDown={(e) => {
        if (e.key === 'Enter' && !e.ctrlKey && !isComposing(e.nativeEvent)) tell()
      }}
    >
      <TextField
        label={label}
        hint={
          <>
            {hint} · {questions.numberHint}
          </>
        }
        inputMode="decimal"
        max={16}
        value={text}
        unit={unitIn(language, question.unit ?? '')}
        onChange={setText}
        onLeave={tell}
        problem={number === 'wrong' ? questions.badNumber : undefined}
      />
    </div>
  )
}

function numberIn(text: string): number | undefined | 'wrong' {
  const plain = text.replaceAll(',', '').trim()
  return plain === '' ? undefined : (numberOf(plain) ?? 'wrong')
}

const Clear = ({ label, onClear }: { label: string; onClear: () => void }) => {
  const { questions } = useWords().reading
  return (
    <Button look="quiet" size="small" label={questions.clearOf(label)} onPress={onClear}>
      {questions.clear}
    </Button>
  )
}

type ToldProps = { questions: readonly Question[]; answers: Answers; onClear?: (id: string) => void }

/** Questions with what was answered, a line each. */
function Told({ questions, answers, onClear }: ToldProps) {
  const words = useWords()
  const language = useLanguage()
  return (
    <ul>
      {questions.map((q) => (
        <li key={q.id} className="row between">
          <span>
            {q.ask[language]} <b>{saidAnswer(q, answers[q.id], words, language)}</b>
          </span>
          {onClear && answers[q.id] !== undefined && <Clear label={q.ask[language]} onClear={() => onClear(q.id)} />}
        </li>
      ))}
    </ul>
  )
}

/** An answer in the words of its question. */
export function saidAnswer(
  question: Question,
  answer: Answer | undefined,
  { reading }: Words,
  language: Language,
): string {
  if (answer === undefined) return reading.questions.unanswered
  if (typeof answer === 'boolean') return answer ? reading.questions.yes : reading.questions.no
  if (question.type === 'number') return [answer, unitIn(language, question.unit ?? '')].filter(Boolean).join(' ')
  return question.options?.find((o) => o.id === answer)?.[language] ?? String(answer)
}
