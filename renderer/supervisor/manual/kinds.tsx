import { useState } from 'react'
import { codeOf, partOfKind, type PartName } from '../../../domain/manual/manual-parts.ts'
import type { KindLine, ManualKindsView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Select } from '../../common/field.tsx'
import { Korean } from '../../common/korean.tsx'
import { useHasCome, useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { byArrows } from './by-arrows.ts'
import { partsTyped, typedName, useDrafts } from './drafts.ts'
import { KindPane } from './kind.tsx'
import { EmptyPane } from './panes.tsx'
import { openWindow, showKind, usePlace } from './place.ts'

type StateFilter = 'all' | 'unknown' | 'proposals' | 'amended' | 'unsaved'
const stateFilters: readonly StateFilter[] = ['all', 'unknown', 'proposals', 'amended', 'unsaved']

/** 민원: every kind with what is to be done about it, and beside the list the one that is being edited. */
export function Kinds({ clerk }: { clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const view = useView({ of: 'manualKinds' })
  const hasCome = useHasCome({ of: 'manualKinds' })
  const kind = usePlace((s) => s.kind)
  const drafts = useDrafts((s) => s.drafts)
  const language = useLanguage()
  const [typed, setTyped] = useState('')
  const [category, setCategory] = useState('all')
  const [state, setState] = useState<StateFilter>('all')
  if (!view) return <p className="opening">{hasCome ? w.noManual : w.kind.reading}</p>
  const unsaved = new Set(partsTyped(drafts, clerk.id).filter((part) => codeOf(part) !== undefined))
  const lines = withFresh(view, unsaved, (part) => typedName(drafts, clerk.id, part))
  const isIn: Record<StateFilter, (line: KindLine) => boolean> = {
    all: () => true,
    unknown: (l) => l.unknown > 0,
    proposals: (l) => l.proposals > 0,
    amended: (l) => l.amendments.length > 0,
    unsaved: (l) => unsaved.has(partOfKind(l.code)),
  }
  const shown = lines.filter(
    (l) => isIn[state](l) && (category === 'all' || l.category === category) && saysSo(l, typed),
  )
  return (
    <div className="manual-two">
      <section className="panel manual-list" aria-label={w.list.title}>
        <div className="manual-filters">
          <label className="field">
            <span className="unseen">{w.list.search}</span>
            <input
              id="kind-search"
              className="input"
              autoComplete="off"
              placeholder={w.list.hint}
              value={typed}
              onChange={(e) => setTyped(e.target.value)}
              onKeyDown={byArrows}
            />
          </label>
          <div className="manual-selects">
            <Select
              label={w.list.category}
              value={category}
              options={[
                { value: 'all', label: w.list.all },
                ...view.categories.map((c) => ({ value: c.code, label: c[language] })),
              ]}
              onChange={setCategory}
            />
            <Select
              label={w.list.state}
              value={state}
              options={stateFilters.map((value) => ({ value, label: w.list.states[value] }))}
              onChange={setState}
            />
          </div>
          <div className="row between">
            <output className="meta">{w.list.count(shown.length)}</output>
            <Button size="small" onPress={() => openWindow({ of: 'newKind' })}>
              {w.list.newKind}
            </Button>
          </div>
        </div>
        <KindList lines={shown} chosen={kind} unsaved={unsaved} />
      </section>
      {kind === undefined ? (
        <EmptyPane>{w.kind.choose}</EmptyPane>
      ) : (
        <KindPane key={`${clerk.id} ${kind}`} clerk={clerk} code={kind} view={view} shown={shown} />
      )}
    </div>
  )
}

function KindList({ lines, chosen, unsaved }: { lines: KindLine[]; chosen: string | undefined; unsaved: Set<string> }) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const view = usePlace((s) => s.view)
  if (lines.length === 0) return <p className="empty">{w.list.none}</p>
  // The list is one stop of the Tab key; the arrows go through it.
  const stop = lines.find((l) => l.code === chosen) ?? lines[0]
  return (
    <ul className="manual-lines" tabIndex={-1}>
      {lines.map((line) => (
        <li key={line.code}>
          <button
            type="button"
            className="manual-line"
            tabIndex={line === stop ? 0 : -1}
            aria-current={line.code === chosen ? 'true' : undefined}
            onClick={() => showKind(line.code, view)}
            onKeyDown={byArrows}
          >
            <span className="meta">{line.code}</span>
            <span className="named">
              <span className="cut">{line[language]}</span>
              <Korean>{line.ko}</Korean>
            </span>
            <span className="marks">
              {unsaved.has(partOfKind(line.code)) && <Tag tone="accent">{w.list.unsaved}</Tag>}
              {line.amendments.length > 0 && <Tag tone="ok">{w.list.amended}</Tag>}
              {line.proposals > 0 && <Tag tone="outline">{w.list.proposals(line.proposals)}</Tag>}
              {line.unknown > 0 && <Tag tone="warn">{w.list.unknown(line.unknown)}</Tag>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** The kinds with those that are only typed so far. */
function withFresh(
  view: ManualKindsView,
  unsaved: ReadonlySet<string>,
  nameOf: (part: string) => PartName | undefined,
): KindLine[] {
  const known = new Set(view.kinds.map((k) => k.code))
  const fresh = [...unsaved].map((part) => part.replace('kinds/', '')).filter((code) => !known.has(code))
  const lines = fresh.map((code) => ({
    code,
    ko: nameOf(partOfKind(code))?.ko ?? code,
    en: nameOf(partOfKind(code))?.en ?? code,
    category: code.slice(0, 3),
    unknown: 0,
    proposals: 0,
    amendments: [],
    saidLast: 0,
  }))
  return [...lines, ...view.kinds]
}

/** By name or code, whatever the spaces and the case. */
function saysSo({ code, ko, en }: KindLine, typed: string): boolean {
  const plain = (text: string) => text.toLowerCase().replaceAll(/\s/g, '')
  const asked = plain(typed.normalize('NFC'))
  return [code, ko, en].some((text) => plain(text).includes(asked))
}
