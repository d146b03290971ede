import { useState } from 'react'
import type { PaperName } from '../../../domain/paper/paper.ts'
import type { PapersView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { moment } from '../../common/format.ts'
import { CheckIcon, PaperIcon, TrayIcon, WarningIcon } from '../../common/icons.tsx'
import { Loading } from '../../common/loading.tsx'
import { Panel } from '../../common/panel.tsx'
import { PaperPreview } from '../../common/paper-preview.tsx'
import { Problem } from '../../common/problem.tsx'
import { useView } from '../../common/store.ts'
import { Say, Tag, type Tone } from '../../common/tag.tsx'
import { useAct } from '../../common/use-act.ts'
import { useNow } from '../../common/use-now.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { MakePaper, PrintAgain } from './paper-forms.tsx'

type Made = PapersView['made'][number]
type Open = { make: PaperName } | { view: Made } | { again: Made }

/** The documents of a case: what was made and became of it, and what can be made now. */
export function CasePapers({ id }: { id: string }) {
  const { papers: words, close: closeWord } = useWords()
  const seen = useView({ of: 'papers', case: id })
  const [open, setOpen] = useState<Open>()
  if (!seen) return <Loading />
  const close = () => setOpen(undefined)
  const offers = seen.mine ? seen.offers.filter((o) => o.isOfNow) : []
  return (
    <Panel title={words.title} className="papers">
      {seen.made.length === 0 && <p className="padded meta">{words.none}</p>}
      <ul className="record">
        {seen.made.map((made) => (
          <MadePaper key={made.paper} made={made} id={id} mine={seen.mine} onOpen={setOpen} />
        ))}
      </ul>
      {offers.length > 0 && (
        <div className="paper-offers">
          {offers.map(({ name, missing }) => (
            <Button
              key={name}
              onPress={() => setOpen({ make: name })}
              closed={missing.length > 0 ? fieldList({ name, missing }, words) : undefined}
            >
              {words.names[name]}
            </Button>
          ))}
        </div>
      )}
      {seen.mine && <Others offers={seen.offers.filter((o) => !o.isOfNow)} />}
      {open && 'make' in open && <MakePaper id={id} name={open.make} onClose={close} />}
      {open && 'again' in open && <PrintAgain id={id} made={open.again} onClose={close} />}
      {open && 'view' in open && (
        <Dialog title={`${words.names[open.view.name]} ${open.view.number}`} onClose={close} wide>
          <PaperPreview id={id} name={open.view.name} made={open.view.paper} />
          <div className="form-end">
            <Button keyCap="Esc" onPress={close}>
              {closeWord}
            </Button>
          </div>
        </Dialog>
      )}
    </Panel>
  )
}

type Words = ReturnType<typeof useWords>['papers']
type Missing = Pick<PapersView['offers'][number], 'name' | 'missing'>

/** What is still empty and, where no other act of the case fills it, in which form it is written. */
function fieldList({ name, missing }: Missing, words: Words): string {
  const list = words.missing(missing.map(({ field }) => words.fields[field]).join(', '))
  const isExpected = name === 'progressNotice' && missing.some(({ field }) => field === 'due')
  return isExpected ? `${list} · ${words.fillExpected}` : list
}

/** What the law knows but this case has not come to: shown with what it would still need. */
function Others({ offers }: { offers: PapersView['offers'] }) {
  const { papers: words } = useWords()
  if (offers.length === 0) return null
  return (
    <details className="paper-others">
      <summary className="meta">{words.others(offers.length)}</summary>
      <ul>
        {offers.map(({ name, missing }) => (
          <li key={name}>
            {words.names[name]} <span className="meta">{fieldList({ name, missing }, words)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

const tones: Record<Made['state'], Tone> = { made: 'outline', queued: 'plain', printed: 'ok', failed: 'bad' }
const signs = { made: PaperIcon, queued: TrayIcon, printed: CheckIcon, failed: WarningIcon }

type RowProps = { made: Made; id: string; mine: boolean; onOpen: (open: Open) => void }

function MadePaper({ made, id, mine, onOpen }: RowProps) {
  const { papers: words } = useWords()
  const language = useLanguage()
  const now = useNow(60_000)
  const act = useAct()
  const { name, number, state, prints, confirmed, reasons, why } = made
  const print = () => void act.run({ type: 'printPaper', case: id, paper: made.paper })
  return (
    <li className="wrap">
      <span className="grow">
        {words.names[name]} <span className="meta">{number}</span>
      </span>
      {!confirmed && <Say tone="warn">{words.unconfirmed}</Say>}
      <Tag tone={tones[state]} icon={signs[state]}>
        {words.states[state]}
        {prints > 1 && ` · ${words.times(prints)}`}
      </Tag>
      <span className="meta nowrap">
        {moment(made.madeAt, now, language)} · {made.clerk}
      </span>
      <Button size="small" label={`${words.view} ${number}`} onPress={() => onOpen({ view: made })}>
        {words.view}
      </Button>
      {mine && state === 'printed' && (
        <Button size="small" label={`${words.again} ${number}`} onPress={() => onOpen({ again: made })}>
          {words.again}
        </Button>
      )}
      {mine && (state === 'made' || state === 'failed') && (
        <Button size="small" label={`${words.print} ${number}`} onPress={print}>
          {words.print}
        </Button>
      )}
      {state === 'failed' && <p className="problem full">{words.failures[why ?? ''] ?? words.failed(why ?? '')}</p>}
      {reasons.map((reason, i) => (
        <p key={i} className="meta full">
          {words.reasonOf(reason)}
        </p>
      ))}
      <Problem>{act.problem}</Problem>
    </li>
  )
}
