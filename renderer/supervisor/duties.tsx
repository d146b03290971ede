import type { ReactNode } from 'react'
import type { DutiesView } from '../../domain/views/view-duties.ts'
import type { OverviewView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { date, moment, monthName } from '../common/format.ts'
import { ClockIcon, WarningIcon } from '../common/icons.tsx'
import { useView } from '../common/store.ts'
import { Say } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { CloseButton } from './close-button.tsx'
import { dayAndTime } from './day-field.ts'
import { Overdue, Progress, Uncollected } from './duty-tables.tsx'
import { close, open } from './place.ts'
import { Retention } from './retention.tsx'

/** 법정 점검: what the law wants of the supervisor, each with its ground and the act that does it. */
export function Duties({ view, now }: { view: OverviewView; now: number }) {
  const { duties: w } = useSupervisorWords()
  const duties = useView({ of: 'duties' })
  return (
    // Opened anew when the list is there, so that its first button has the focus.
    <Dialog key={duties ? 'here' : 'asking'} wide="whole" title={w.title} onClose={close}>
      {duties ? <Parts duties={duties} view={view} now={now} /> : <output className="ink2">{w.asking}</output>}
      <CloseButton />
    </Dialog>
  )
}

function Parts({ duties, view, now }: { duties: DutiesView; view: OverviewView; now: number }) {
  const { duties: w } = useSupervisorWords()
  return (
    <>
      <Part title={w.overdue} text={w.overdueText} none={duties.overdue.length === 0 ? w.overdueNone : undefined}>
        <Overdue duties={duties} view={view} now={now} />
      </Part>
      <Part title={w.progress} text={w.progressText} none={duties.progress.length === 0 ? w.progressNone : undefined}>
        <Progress duties={duties} view={view} now={now} />
      </Part>
      <Part
        title={w.uncollected}
        text={w.uncollectedText}
        none={duties.uncollected.length === 0 ? w.uncollectedNone : undefined}
      >
        <Uncollected duties={duties} view={view} />
      </Part>
      <Month duties={duties} now={now} />
      <Outages duties={duties} />
      <NonPetitions duties={duties} />
      <Retention />
    </>
  )
}

type PartProps = { title: string; text: string; none?: string | undefined; end?: ReactNode; children?: ReactNode }

function Part({ title, text, none, end, children }: PartProps) {
  return (
    <section className="duty" aria-label={title}>
      <div className="row between">
        <h3>{title}</h3>
        {end}
      </div>
      <p className="meta">{text}</p>
      {none === undefined ? children : <p className="ink2">{none}</p>}
    </section>
  )
}

function Month({ duties, now }: { duties: DutiesView; now: number }) {
  const { duties: w } = useSupervisorWords()
  const language = useLanguage()
  const { month, by, isOwed, over, checked } = duties.month
  const name = monthName(month, language)
  const isOffline = duties.line.state === 'offline'
  const act = !checked && (
    <Button size="small" onPress={() => open({ of: 'checkMonth', month })} closed={isOffline ? w.needsLine : undefined}>
      {w.monthAct}
    </Button>
  )
  return (
    <Part title={`${w.month} · ${name}`} text={w.monthText(name, date(by, language))} end={act}>
      {checked && <p className="ink2">{w.monthDone(checked.clerk, moment(checked.at, now, language))}</p>}
      {over && (
        <p>
          <Say tone="bad" icon={WarningIcon}>
            {w.monthOver(date(by, language))}
          </Say>
        </p>
      )}
      {isOwed && !over && (
        <p>
          <Say tone="warn" icon={ClockIcon}>
            {date(by, language)}
          </Say>
        </p>
      )}
      {duties.changedMonths.length > 0 && <Changed duties={duties} now={now} />}
    </Part>
  )
}

/** 점검 뒤에 달라진 달: what was seen at the check and what it is now, and the check of it once more. */
function Changed({ duties, now }: { duties: DutiesView; now: number }) {
  const { duties: w } = useSupervisorWords()
  const language = useLanguage()
  const isOffline = duties.line.state === 'offline'
  return (
    <ul className="what">
      {duties.changedMonths.map(({ month, checked, differs }) => (
        <li key={month}>
          <Say tone="warn" icon={WarningIcon}>
            {w.monthChanged(monthName(month, language))}
          </Say>{' '}
          {differs.map((d) => w.monthDiffers(w.numbers[d.number], d.then, d.now)).join(' · ')}{' '}
          <span className="meta">({w.monthDone(checked.clerk, moment(checked.at, now, language))})</span>{' '}
          <Button
            size="small"
            label={isOffline ? undefined : w.monthAgainLabel(monthName(month, language))}
            onPress={() => open({ of: 'checkMonth', month })}
            closed={isOffline ? w.needsLine : undefined}
          >
            {w.monthAgain}
          </Button>
        </li>
      ))}
    </ul>
  )
}

/** 민원이 아닌 신청: what was not received, and by which ground. */
function NonPetitions({ duties }: { duties: DutiesView }) {
  const { duties: w } = useSupervisorWords()
  const { nonPetition } = useWords().intake
  const { nonPetitions } = duties
  return (
    <Part
      title={nonPetition.title}
      text={w.nonPetitionsText}
      none={nonPetitions.length === 0 ? w.nonPetitionsNone : undefined}
    >
      <ul className="what">
        {nonPetitions.map((n, i) => (
          <li key={`${n.at}-${i}`}>
            {[dayAndTime(n.at), n.kind, nonPetition.grounds[n.ground], n.clerk].filter(Boolean).join(' · ')}
          </li>
        ))}
      </ul>
    </Part>
  )
}

function Outages({ duties }: { duties: DutiesView }) {
  const { duties: w } = useSupervisorWords()
  const isOffline = duties.line.state === 'offline'
  const act = (
    <span className="row">
      <Button size="small" onPress={() => open({ of: 'outageNotice' })}>
        {w.noticeAct}
      </Button>
      <Button size="small" onPress={() => open({ of: 'outage' })} closed={isOffline ? w.needsLine : undefined}>
        {w.outageAct}
      </Button>
    </span>
  )
  return (
    <Part
      title={w.outages}
      text={w.outagesText}
      end={act}
      none={duties.outages.length === 0 ? w.outagesNone : undefined}
    >
      <ul className="what">
        {duties.outages.map((o) => (
          <li key={`${o.from} ${o.to}`}>
            {w.outageLine(dayAndTime(o.from), dayAndTime(o.to), o.substitute)}{' '}
            <Button
              size="small"
              label={isOffline ? undefined : w.outageWithdrawLabel(dayAndTime(o.from))}
              onPress={() => open({ of: 'withdrawOutage', outage: o })}
              closed={isOffline ? w.needsLine : undefined}
            >
              {w.outageWithdraw}
            </Button>
          </li>
        ))}
        {duties.withdrawnOutages.map((o) => (
          <li key={`${o.from} ${o.gone.at}`} className="ink2">
            {w.outageGone(dayAndTime(o.from), dayAndTime(o.to), o.reason, o.gone.clerk, dayAndTime(o.gone.at))}
          </li>
        ))}
      </ul>
    </Part>
  )
}
