import { dayOf } from '../../domain/time.ts'
import type { OverviewView, PersonView } from '../../domain/views/views.ts'
import { moment } from '../common/format.ts'
import { NoLineIcon } from '../common/icons.tsx'
import { Recovered } from '../common/recovered.tsx'
import { useKeys } from '../common/use-keys.ts'
import { useNow } from '../common/use-now.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { openAdmin } from './admin/place.ts'
import { DueBoard } from './due-board.tsx'
import { Figures } from './figures.tsx'
import { go } from './manual/place.ts'
import { goTo, open } from './place.ts'
import { Missing, NextTickets, WaitingByClass } from './queue.tsx'
import { Tiles } from './tiles.tsx'
import { TopBar } from './top-bar.tsx'
import { Tray } from './tray.tsx'
import { Windows } from './windows.tsx'

const halfMinute = 30_000

/** The whole hall on one screen: what is red first, then what waits for a person, then the rest. */
export function Overview({ view, clerk }: { view: OverviewView; clerk: PersonView }) {
  const words = useSupervisorWords()
  const now = useNow(halfMinute)
  const language = useLanguage()
  const isOffline = view.line.state === 'offline'
  useKeys({
    F1: () => open({ of: 'help' }),
    F2: () => goTo('tray'),
    F3: () => goTo('due'),
    F4: () => open({ of: 'register' }),
    F6: () => open({ of: 'duties' }),
    F7: () => open({ of: 'holidays' }),
    F8: openAdmin,
    F9: () => go({ isOpen: true }),
    F10: () => open({ of: 'closeDay', day: dayOf(Date.now()) }),
  })
  return (
    <div className="overview">
      <TopBar view={view} clerk={clerk} />
      <Recovered />
      {view.line.state === 'offline' && (
        <output className="band">
          <NoLineIcon />
          <span>
            <b>{words.offline(moment(view.line.since, now, language))}</b> {words.offlineText}
          </span>
        </output>
      )}
      <main className="overview-main">
        <h1 className="unseen">{words.title}</h1>
        <Figures view={view} now={now} />
        <div className="overview-left">
          <Tiles tiles={view.tiles} held={view.held} />
          <div className="queue-row">
            <WaitingByClass queue={view.queue} now={now} isOffline={isOffline} />
            <NextTickets queue={view.queue} now={now} isOffline={isOffline} />
            <Missing queue={view.queue} held={view.held} now={now} isOffline={isOffline} />
          </div>
        </div>
        <div className="overview-right">
          <Tray view={view} now={now} />
          <DueBoard view={view} now={now} />
        </div>
      </main>
      <Windows view={view} now={now} />
    </div>
  )
}
