import { useState } from 'react'
import type { CaseView, StepView } from '../../../domain/views/views.ts'
import { Button, KeyCap } from '../../common/button.tsx'
import { clock } from '../../common/format.ts'
import { BarredIcon, CheckIcon } from '../../common/icons.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Problem } from '../../common/problem.tsx'
import { Say } from '../../common/tag.tsx'
import { takeFocus } from '../../common/take-focus.ts'
import { useTyped } from '../../common/typed.ts'
import { useAct } from '../../common/use-act.ts'
import { isComposing } from '../../common/use-keys.ts'
import { useWords } from '../../text/text.ts'
import { checkId } from './open-step.ts'

type Check = StepView['checks'][number]

/** One check of the open step: Space ticks it; beside it 'not applicable' and what was found. */
export function CheckRow({ seen, check }: { seen: CaseView; check: Check }) {
  const { steps: words } = useWords().case
  const act = useAct()
  const [isWriting, setWriting] = useState(false)
  const { mark } = check
  const ofCheck = { case: seen.case, check: check.check }
  const tick = (as: 'met' | 'notApplicable') =>
    void act.run(mark?.mark === as ? { type: 'clearCheck', ...ofCheck } : { type: 'tickCheck', ...ofCheck, mark: as })
  const write = async (finding: string) => {
    const saved = await act.run({ type: 'tickCheck', ...ofCheck, mark: mark?.mark ?? 'met', finding })
    if (saved) setWriting(false)
  }
  return (
    <li className={mark ? `check ${mark.mark}` : 'check'}>
      <div className="row">
        <label className="check-button">
          <input
            type="checkbox"
            id={checkId(check.check)}
            checked={mark?.mark === 'met'}
            disabled={!seen.mine}
            onChange={() => tick('met')}
          />
          <span className="box">{mark?.mark === 'met' && <CheckIcon />}</span>
          <span className="check-text">
            <InKorean>{check.text}</InKorean>
            {mark?.finding !== undefined && <span className="meta"> — {mark.finding}</span>}
          </span>
          <span className="meta check-end">
            {mark ? (
              `${mark.mark === 'met' ? '' : `${words.notApplicable} · `}${clock(mark.at)} ${mark.clerk}`
            ) : (
              <span className="when-focused">
                <KeyCap>Space</KeyCap> {words.tick}
              </span>
            )}
          </span>
        </label>
        {seen.mine && (
          <>
            <Button
              look="quiet"
              size="small"
              label={`${check.text}: ${words.addFinding}`}
              onPress={() => setWriting(!isWriting)}
            >
              {words.finding}
            </Button>
            <Button
              look="quiet"
              size="small"
              label={`${check.text}: ${words.notApplicable}`}
              pressed={mark?.mark === 'notApplicable'}
              onPress={() => tick('notApplicable')}
            >
              {words.notApplicable}
            </Button>
          </>
        )}
      </div>
      {isWriting && (
        <Finding first={mark?.finding ?? ''} onSave={(text) => void write(text)} onLeave={() => setWriting(false)} />
      )}
      <Problem>{act.problem}</Problem>
    </li>
  )
}

/** A check about what the answers spare: it stays in sight, but asks for nothing. */
export function SparedRow({ check }: { check: Check }) {
  const { documents: words } = useWords().reading
  return (
    <li className="check spared">
      <div className="row between">
        <span className="check-text" lang="ko">
          {check.text}
        </span>
        <Say icon={BarredIcon}>{words.sparedMark}</Say>
      </div>
    </li>
  )
}

type FindingProps = { first: string; onSave: (text: string) => void; onLeave: () => void }

function Finding({ first, onSave, onLeave }: FindingProps) {
  const { steps: words } = useWords().case
  const [text, setText] = useState(first)
  useTyped(text !== first)
  const save = () => text.trim() !== '' && onSave(text.trim())
  return (
    <div className="row finding">
      <input
        className="input"
        ref={takeFocus}
        aria-label={words.findingTitle}
        maxLength={2000}
        value={text}
        onChange={(e) => setText(e.target.value)}
        onKeyDown={(e) => {
          if (isComposing(e.nativeEvent) || e.ctrlKey || e.metaKey) return
          if (e.key === 'Enter') save()
          if (e.key === 'Escape') onLeave()
        }}
      />
      <Button keyCap="Enter" onPress={save} closed={text.trim() === '' ? '' : undefined}>
        {words.saveFinding}
      </Button>
    </div>
  )
}
