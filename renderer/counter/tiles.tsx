import { printedLabel } from '../../domain/queue/ticket.ts'
import type { CounterView, TileView } from '../../domain/views/views.ts'
import { BarredIcon, DotIcon, PauseIcon, RingIcon, SpeakerIcon, type Icon } from '../common/icons.tsx'
import { Panel } from '../common/panel.tsx'
import { Say, type Tone } from '../common/tag.tsx'
import { useWords } from '../text/text.ts'

const signs: Record<TileView['state'], { icon: Icon; tone: Tone }> = {
  serving: { icon: DotIcon, tone: 'plain' },
  called: { icon: SpeakerIcon, tone: 'accent' },
  free: { icon: RingIcon, tone: 'plain' },
  paused: { icon: PauseIcon, tone: 'warn' },
  closed: { icon: BarredIcon, tone: 'plain' },
}
const order: TileView['state'][] = ['serving', 'called', 'free', 'paused', 'closed']

/** All counters of the hall at a glance, as this PC last heard of them. */
export function Tiles({ view }: { view: CounterView }) {
  const { home, tileStates } = useWords()
  const counts = order.map((s) => [s, view.tiles.filter((t) => t.state === s).length] as const)
  const note = counts.flatMap(([s, n]) => (n > 0 ? [`${tileStates[s]} ${n}`] : [])).join(' · ')
  return (
    <Panel title={home.counters} note={note}>
      {view.tiles.length === 0 && <p className="meta padded">{home.noCounters}</p>}
      <ul className="tiles">
        {view.tiles.map((t) => (
          <Tile key={t.counter.id} tile={t} isMine={t.counter.id === view.counter.id} />
        ))}
      </ul>
    </Panel>
  )
}

function Tile({ tile, isMine }: { tile: TileView; isMine: boolean }) {
  const { home, tileStates, pauseReasons } = useWords()
  const { icon, tone } = signs[tile.state]
  return (
    <li className={`tile ${tile.state} ${isMine ? 'mine' : ''}`}>
      <span className="row between">
        <b>
          {tile.counter.number} {isMine && <span className={tile.label ? 'unseen' : 'meta nowrap'}>{home.mine}</span>}
        </b>
        {tile.label && <span className="meta">{printedLabel(tile.label)}</span>}
      </span>
      <Say tone={tone} icon={icon}>
        {tile.paused ? pauseReasons[tile.paused] : tileStates[tile.state]}
      </Say>
    </li>
  )
}
