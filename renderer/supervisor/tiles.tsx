import { printedLabel } from '../../domain/queue/ticket.ts'
import { dayOf } from '../../domain/time.ts'
import type { HeldLine, TileView } from '../../domain/views/views.ts'
import { clock, duration, minutesBetween, shortDay } from '../common/format.ts'
import {
  BarredIcon,
  ClockIcon,
  DotIcon,
  NoLineIcon,
  PauseIcon,
  RingIcon,
  SpeakerIcon,
  type Icon,
} from '../common/icons.tsx'
import { Panel } from '../common/panel.tsx'
import { Say, type Tone } from '../common/tag.tsx'
import { useNow } from '../common/use-now.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { isCutOff } from './facts.ts'

/** A visit longer than this draws the eye; it is no judgement of the clerk. */
const longVisit = 30
const order: readonly TileView['state'][] = ['serving', 'called', 'free', 'paused', 'closed']

/** Every counter of the hall: who sits there, what is done, since when, and whether the hall hears it. */
export function Tiles({ tiles, held }: { tiles: TileView[]; held: HeldLine[] }) {
  const words = useWords()
  const { tiles: w } = useSupervisorWords()
  const cut = tiles.filter(isCutOff).length
  const counts = order.flatMap((state) => {
    const n = tiles.filter((t) => t.state === state).length
    return n > 0 ? [`${words.tileStates[state]} ${n}`] : []
  })
  const note = [...counts, ...(cut > 0 ? [w.cutNote(cut)] : [])].join(' · ')
  const now = useNow()
  return (
    <Panel title={w.title(tiles.length)} note={note} className="tiles-panel">
      {tiles.length === 0 ? (
        <p className="empty">{w.none}</p>
      ) : (
        <ul className="tiles">
          {tiles
            .toSorted((a, b) => a.counter.number - b.counter.number)
            .map((tile) => (
              <Tile
                key={tile.counter.id}
                tile={tile}
                held={held.filter((h) => h.counter.id === tile.counter.id).length}
                now={now}
              />
            ))}
        </ul>
      )}
    </Panel>
  )
}

type Look = { name: string; tone: Tone; icon: Icon; ground: string }

function Tile({ tile, held, now }: { tile: TileView; held: number; now: number }) {
  const words = useWords()
  const { tiles: w } = useSupervisorWords()
  const look = useLook(tile, now)
  return (
    <li className={`tile ${look.ground}`} aria-label={words.counter(tile.counter.number)}>
      <span className="row between">
        <b className="tile-number">{tile.counter.number}</b>
        <Say tone={look.tone} icon={look.icon}>
          {look.name}
        </Say>
      </span>
      <Main tile={tile} />
      <span className="row between meta">
        <span className="cut">{tile.clerk ?? tile.counter.team}</span>
        {held > 0 && <b className="no-wrap">{w.held(held)}</b>}
        {(held === 0 || tile.label !== undefined) && <Time tile={tile} now={now} />}
      </span>
    </li>
  )
}

function useLook(tile: TileView, now: number): Look {
  const words = useWords()
  const { tiles: w } = useSupervisorWords()
  const name = words.tileStates[tile.state]
  if (isCutOff(tile)) return { name: w.cutOff, tone: 'bad', icon: NoLineIcon, ground: 'bad' }
  switch (tile.state) {
    case 'called':
      return { name, tone: 'accent', icon: SpeakerIcon, ground: 'accent' }
    case 'paused':
      return { name, tone: 'warn', icon: PauseIcon, ground: 'warn' }
    case 'closed':
      return { name, tone: 'plain', icon: BarredIcon, ground: 'closed' }
    case 'free':
      return { name, tone: 'plain', icon: RingIcon, ground: '' }
    case 'serving': {
      const isLong = tile.since !== undefined && minutesBetween(tile.since, now) >= longVisit
      return isLong
        ? { name: w.long, tone: 'warn', icon: ClockIcon, ground: 'warn' }
        : { name, tone: 'plain', icon: DotIcon, ground: '' }
    }
  }
}

function Main({ tile }: { tile: TileView }) {
  const words = useWords()
  const { tiles: w } = useSupervisorWords()
  if (tile.label) return <span className="tile-main">{printedLabel(tile.label)}</span>
  if (tile.paused) return <span className="tile-main small">{words.pauseReasons[tile.paused]}</span>
  if (tile.state === 'serving') return <span className="tile-main small">{w.serving}</span>
  return <span className="tile-main none">{tile.state === 'closed' ? w.nobody : w.free}</span>
}

/** Beside who is on hold only the time of a visit has room. A tile has no room for a day with its hour: the tray has both. */
function Time({ tile, now }: { tile: TileView; now: number }) {
  const language = useLanguage()
  const { tiles: w } = useSupervisorWords()
  const { lastHeardAt } = tile
  if (isCutOff(tile))
    return lastHeardAt === undefined ? null : (
      <span className="no-wrap">
        {w.since(dayOf(lastHeardAt) === dayOf(now) ? clock(lastHeardAt) : shortDay(lastHeardAt, language))}
      </span>
    )
  if (tile.since === undefined || tile.state === 'closed') return null
  return <span className="no-wrap">{duration(minutesBetween(tile.since, now), language)}</span>
}
