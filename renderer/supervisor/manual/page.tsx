import type { ManualDeskView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { NoLineIcon } from '../../common/icons.tsx'
import { useView } from '../../common/store.ts'
import { Tag } from '../../common/tag.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { Keys } from '../help.tsx'
import { pagesOf } from '../pages-of.ts'
import { tabKeys, Tabs } from '../tabs.tsx'
import { Drop, NewAmendment, Publish, Return } from './amendment-forms.tsx'
import { Amendments } from './amendments.tsx'
import { BringBack } from './bring-back.tsx'
import { Bring } from './bring.tsx'
import { Editions } from './editions.tsx'
import { Kinds } from './kinds.tsx'
import { Lists } from './lists.tsx'
import { NewKind } from './new-kind.tsx'
import { closeWindow, go, openWindow, tabs, usePlace } from './place.ts'
import { TakeOut } from './take-out.tsx'
import { ManualTop, toAdmin } from './top.tsx'
import { Use } from './use.tsx'
import { Withdraw } from './withdraw.tsx'

const goTab = (tab: (typeof tabs)[number]) => go({ tab })

/** 매뉴얼 편집: the kinds, the amendments and the editions, each on its tab. */
export function ManualPage({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const tab = usePlace((s) => s.tab)
  const may = pagesOf(clerk)
  useKeys({
    F1: () => openWindow({ of: 'help' }),
    F2: findKind,
    F8: may.admin ? toAdmin : undefined,
    F9: may.hall ? () => go({ isOpen: false }) : undefined,
    ...tabKeys(tabs, goTab),
  })
  return (
    <div className="overview">
      <ManualTop view={view} clerk={clerk} />
      {view.line.state === 'offline' && (
        <output className="band">
          <NoLineIcon /> <span>{w.offline}</span>
        </output>
      )}
      <Tabs
        label={w.tabList}
        tabs={tabs}
        names={w.tabs}
        current={tab}
        onGo={goTab}
        beside={{ amendments: view.offered > 0 && <Tag tone="warn">{view.offered}</Tag> }}
      />
      <main className="manual-main">
        <h1 className="unseen">{w.title}</h1>
        {tab === 'kinds' && <Kinds clerk={clerk} />}
        {tab === 'lists' && <Lists clerk={clerk} />}
        {tab === 'amendments' && <Amendments />}
        {tab === 'editions' && <Editions clerk={clerk} />}
        {tab === 'bring' && <Bring />}
        {tab === 'use' && <Use />}
      </main>
      <ManualWindows clerk={clerk} />
    </div>
  )
}

/** F2 leads to the search box, from any tab. */
function findKind(): void {
  go({ tab: 'kinds' })
  requestAnimationFrame(() => document.querySelector<HTMLElement>('#kind-search')?.focus())
}

function ManualWindows({ clerk }: { clerk: PersonView }) {
  const { manual: w } = useSupervisorWords()
  const opened = usePlace((s) => s.window)
  switch (opened?.of) {
    case 'help':
      return <Keys title={w.keysTitle} keys={w.keys} onClose={closeWindow} />
    case 'newAmendment':
      return <NewAmendment clerk={clerk} parts={opened.parts} />
    case 'newKind':
      return <NewKind clerk={clerk} />
    case 'takeOut':
      return <TakeOut code={opened.code} rests={opened.rests} />
    case 'return':
      return <Named amendment={opened.amendment} form={Return} />
    case 'drop':
      return <Named amendment={opened.amendment} form={Drop} />
    case 'publish':
      return <Named amendment={opened.amendment} form={Publish} />
    case 'bringBack':
      return <BringBack edition={opened.edition} />
    case 'withdraw':
      return <Withdraw edition={opened.edition} />
    case undefined:
      return null
  }
}

/** A form about an amendment, once the amendment has come. */
function Named({ amendment, form: Form }: { amendment: string; form: typeof Publish }) {
  const view = useView({ of: 'amendment', amendment })
  return view ? <Form view={view} /> : null
}
