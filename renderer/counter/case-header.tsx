import { useState } from 'react'
import { maskBirth, maskContact, maskName } from '../../domain/mask.ts'
import type { CaseView } from '../../domain/views.ts'
import { Button } from '../common/button.tsx'
import { clock, date, dayAt, moment, shortDay, workingTime } from '../common/format.ts'
import { EyeIcon, PauseIcon, QuestionIcon, TrayIcon, WarningIcon } from '../common/icons.tsx'
import { Say, Tag } from '../common/tag.tsx'
import { useNow } from '../common/use-now.ts'
import { useLanguage, useWords } from '../text/text.ts'

/** Which case, whose, and how much working time is left. */
export function CaseHeader({ seen }: { seen: CaseView }) {
  const words = useWords()
  const language = useLanguage()
  const now = useNow(15_000)
  return (
    <header className="case-head">
      <div className="grow">
        <p className="row meta wrap">
          <span>
            {words.case.receiptNo} <b className="ink2">{seen.receiptNo}</b>
          </span>
          · <span>{words.case.received(moment(seen.receivedAt, now, language))}</span>
          {seen.unsent > 0 && (
            <Tag tone="outline" icon={TrayIcon}>
              {words.case.unsent(seen.unsent)}
            </Tag>
          )}
          {!seen.mine && <Tag tone="warn">{words.case.notMine}</Tag>}
        </p>
        <h1>{seen.title}</h1>
        <Petitioner seen={seen} />
      </div>
      <Due seen={seen} now={now} />
    </header>
  )
}

function Petitioner({ seen }: { seen: CaseView }) {
  const words = useWords()
  const [isShown, setShown] = useState(false)
  const { petitioner } = seen
  if (!petitioner) return <p className="meta">{words.case.hidden}</p>
  const { name, birth, contact } = petitioner
  const details = [
    ...(birth === undefined ? [] : [isShown ? birth : maskBirth(birth)]),
    ...(contact === undefined ? [] : [isShown ? contact : maskContact(contact)]),
  ]
  return (
    <p className="row wrap">
      <span>
        {isShown ? name : maskName(name)} <span className="meta">{details.join(' · ')}</span>
      </span>
      <Button look="quiet" size="small" pressed={isShown} onPress={() => setShown(!isShown)}>
        <span className="row">
          <EyeIcon /> {isShown ? words.case.hide : words.case.show}
        </span>
      </Button>
    </p>
  )
}

function Due({ seen, now }: { seen: CaseView; now: number }) {
  const words = useWords()
  const language = useLanguage()
  const { due: dueWords } = words.case
  if (seen.state === 'closed')
    return (
      <div className="due">
        <Say tone="ok">{dueWords.ended}</Say>
      </div>
    )
  const { due } = seen
  if (!due)
    return (
      <div className="due">
        <Tag tone="warn" icon={QuestionIcon}>
          {dueWords.unknown}
        </Tag>
      </div>
    )
  const isOver = !due.stopped && (due.overdue || (now > due.dueAt && !seen.notice))
  const isToday = dayAt(due.dueAt) === dayAt(now)
  return (
    <div className={isOver ? 'due over' : 'due'}>
      <p className="meta">
        {due.stopped ? (
          <Tag tone="warn" icon={PauseIcon}>
            {words.procedure.clock.stopped} · {words.procedure.stops[due.stopped]}
          </Tag>
        ) : isOver ? (
          ''
        ) : (
          dueWords.left
        )}
      </p>
      <p className="due-time">
        {isOver ? (
          <span className="row">
            <WarningIcon /> {dueWords.overdue}
          </span>
        ) : (
          workingTime(due.remainingMinutes, language)
        )}
      </p>
      <p className="meta">
        {isToday
          ? dueWords.today(clock(due.dueAt))
          : dueWords.until(`${date(due.lastDay, language)} ${clock(due.dueAt)}`)}
        {due.promised !== undefined && ` · ${words.procedure.clock.promisedShort(shortDay(due.promised, language))}`}
      </p>
    </div>
  )
}
