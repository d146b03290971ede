import { useState } from 'react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { EndingGround, EndingMeasure } from '../../../domain/queue/visit.ts'
import type { VisitView } from '../../../domain/views/views.ts'
import { FormDialog } from '../../common/dialog.tsx'
import { Choice, TextField } from '../../common/field.tsx'
import { clock, duration, minutesBetween } from '../../common/format.ts'
import { Problem } from '../../common/problem.tsx'
import { useAct } from '../../common/use-act.ts'
import { useDraft } from '../../common/use-draft.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { openForm } from '../place.ts'

type Interview = NonNullable<VisitView['interview']>

/** From the first mark on, a quiet line: how long the interview lasts, and what may be told (시행령 제4조 제1항 제7호). */
export function InterviewLine({ visit, now }: { visit: VisitView; now: number }) {
  const { interview: words } = useWords().floor
  const language = useLanguage()
  const act = useAct()
  const { interview, cameAt } = visit
  if (!interview || cameAt === undefined || now < interview.tellAt) return null
  const tell = () => void act.run({ type: 'tellLength', visit: visit.visit })
  return (
    <>
      <p className="row between">
        <span className="meta" role="timer" aria-live="off">
          {words.passed(duration(minutesBetween(cameAt, now), language))}
          {interview.toldAt !== undefined && ` · ${words.told(clock(interview.toldAt))}`}
        </span>
        <MenuTrigger>
          <AriaButton className="button quiet small">{words.menu}</AriaButton>
          <Popover className="menu" placement="bottom end">
            <Menu aria-label={words.menu} onAction={(key) => (key === 'tell' ? tell() : openForm('interview'))}>
              {interview.toldAt === undefined && (
                <MenuItem id="tell" className="menu-item">
                  {words.tell}
                </MenuItem>
              )}
              <MenuItem id="end" className="menu-item">
                {words.open}
              </MenuItem>
            </Menu>
          </Popover>
        </MenuTrigger>
      </p>
      <Problem>{act.problem}</Problem>
    </>
  )
}

/** 응대 중단: first the reason is told, then the interview is ended (제8호); the form is the same for both. */
export function InterviewForm({ visit, told }: { visit: string; told: Interview }) {
  const { interview: words } = useWords().floor
  const act = useAct()
  const [ground, setGround] = useState<EndingGround>(told.endingsTold.at(-1)?.ground ?? 'tooLong')
  const [measure, setMeasure] = useState<EndingMeasure>('ended')
  const [evidence, setEvidence] = useDraft(`evidence ${visit}`, () => '')
  const toldAt = told.endingsTold.find((t) => t.ground === ground)?.at
  const submit = async () => {
    if (toldAt === undefined) return void (await act.run({ type: 'tellEnding', visit, ground }))
    const more = evidence.trim() === '' ? {} : { evidence }
    if (await act.run({ type: 'endInterview', visit, ground, measure, ...more })) openForm(undefined)
  }
  return (
    <FormDialog
      title={words.title}
      action={toldAt === undefined ? words.tellEnding : words.end}
      onClose={() => openForm(undefined)}
      onSubmit={() => void submit()}
      problem={act.problem}
    >
      <Choice
        label={words.ground}
        value={ground}
        onChange={setGround}
        options={EndingGround.options.map((value) => ({ value, label: words.grounds[value] }))}
      />
      <p role="status">{toldAt === undefined ? words.tellFirst : words.toldAt(clock(toldAt))}</p>
      {toldAt !== undefined && (
        <>
          <Choice
            label={words.measure}
            value={measure}
            onChange={setMeasure}
            options={EndingMeasure.options.map((value) => ({ value, label: words.measures[value] }))}
          />
          <TextField label={words.evidence} value={evidence} onChange={setEvidence} max={200} />
        </>
      )}
    </FormDialog>
  )
}
