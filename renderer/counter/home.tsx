import { useState } from 'react'
import type { PauseReason } from '../../domain/queue/counter.ts'
import { printedLabel } from '../../domain/queue/ticket.ts'
import type { CounterView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { PaperIcon, PauseIcon } from '../common/icons.tsx'
import { KindName } from '../common/kind-name.tsx'
import { useView } from '../common/store.ts'
import { useAct } from '../common/use-act.ts'
import { useKeys } from '../common/use-keys.ts'
import { useWords } from '../text/text.ts'
import { CaseList } from './case/case-list.tsx'
import { Contents } from './manual/contents.tsx'
import { EditionNotice } from './manual/edition-news.tsx'
import { startReceive, usePlace } from './place.ts'
import { pauseKey, reopenIds } from './reopen.ts'
import { Search } from './search/search.tsx'
import { Tiles } from './tiles.tsx'
import { Unsent } from './unsent.tsx'

/** The middle between cases: find a petition, or go on with one's own. */
export function Home({ view }: { view: CounterView }) {
  const words = useWords()
  const chosen = usePlace((s) => s.preview)
  const [isListing, setListing] = useState(false)
  useKeys({ 'Mod+Enter': chosen === undefined ? undefined : () => startReceive(chosen) })
  return (
    <main className="middle">
      <div className="body">
        <h1 className="unseen">{words.search.label}</h1>
        {view.paused && <Paused paused={view.paused} isMain={chosen === undefined} />}
        {!view.hasManual && <ManualComes view={view} />}
        <EditionNotice />
        <Search hasManual={view.hasManual} onListing={setListing} />
        {(view.visit?.cases.length ?? 0) > 0 && view.visit && (
          <CaseList title={words.case.switch.visit} lines={view.visit.cases} today={view.today} />
        )}
        <div className={isListing ? 'two under' : 'two'}>
          <CaseList title={words.home.cases} lines={view.cases} today={view.today} isMine />
          {view.line.state === 'offline' && <Unsent unsent={view.unsent} />}
        </div>
        {!isListing && <Contents />}
        <Tiles view={view} />
      </div>
      <HomeBar view={view} chosen={chosen} />
    </main>
  )
}

/** A new PC works before its first manual has come: how much of it is here, and what waits for it. */
function ManualComes({ view }: { view: CounterView }) {
  const { home } = useWords()
  const { got = 0, total } = view.line.editions?.[0] ?? {}
  return (
    <section className="notice warn" aria-label={home.manualTitle}>
      <PaperIcon />
      <p className="grow">
        <b>
          {home.manualTitle} · {home.manualGot(Math.floor((100 * got) / (total ?? Infinity)))}
        </b>
        <br />
        {home.manualText}
      </p>
    </section>
  )
}

/** Until a kind is chosen, to open the counter again is the main act. */
function Paused({ paused, isMain }: { paused: PauseReason; isMain: boolean }) {
  const { home, pauseReasons } = useWords()
  const act = useAct()
  const reopen = () => void act.run({ type: 'reopenCounter' })
  useKeys(isMain ? { 'Mod+Enter': reopen } : {})
  return (
    <section className="notice warn" aria-label={home.pausedTitle}>
      <PauseIcon />
      <p className="grow">
        <b>
          {home.pausedTitle} · {pauseReasons[paused]}
        </b>
        <br />
        {act.problem ?? home.pausedText}
      </p>
      <Button
        id={reopenIds.home}
        look={isMain ? 'primary' : 'plain'}
        keyCap={isMain ? 'Ctrl+Enter' : pauseKey}
        onPress={reopen}
      >
        {home.reopen}
      </Button>
    </section>
  )
}

function HomeBar({ view, chosen }: { view: CounterView; chosen: string | undefined }) {
  const words = useWords()
  const { home, search, floor } = words
  const label = view.visit?.label ? printedLabel(view.visit.label) : view.visit ? floor.withoutTicket : undefined
  const onWhat = label === undefined ? words.receive.noVisit : words.receive.onVisit(label)
  return (
    <footer className="bar">
      <p className="meta grow">{chosen === undefined ? home.prompt : <Chosen code={chosen} note={onWhat} />}</p>
      <Button
        look="primary"
        size="large"
        keyCap={view.paused && chosen === undefined ? undefined : 'Ctrl+Enter'}
        closed={chosen === undefined ? '' : undefined}
        onPress={() => chosen !== undefined && startReceive(chosen)}
      >
        {search.receive}
      </Button>
    </footer>
  )
}

function Chosen({ code, note }: { code: string; note: string }) {
  const { home } = useWords()
  const kind = useView({ of: 'kind', code })
  return (
    <>
      {home.chosen}: <b className="ink2">{kind ? <KindName name={kind.name} /> : code}</b> · {note}
    </>
  )
}
