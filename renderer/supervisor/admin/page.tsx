import type { ManualDeskView } from '../../../domain/views/view-manual.ts'
import type { PersonView } from '../../../domain/views/views.ts'
import { NoLineIcon } from '../../common/icons.tsx'
import { rest } from '../../common/keep-focus.ts'
import { Recovered } from '../../common/recovered.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { Keys } from '../help.tsx'
import { pagesOf } from '../pages-of.ts'
import { tabKeys, Tabs } from '../tabs.tsx'
import { ExportAccesses, ReviewAccesses } from './access-windows.tsx'
import { Accesses } from './accesses.tsx'
import { Backups } from './backups.tsx'
import { Invite } from './invite.tsx'
import { Machines } from './machines.tsx'
import { PeopleWindow } from './people-windows.tsx'
import { People } from './people.tsx'
import { closeWindow, goAdmin, openWindow, tabs, useAdmin } from './place.ts'
import { Revoke } from './revoke.tsx'
import { AdminTop, toManual } from './top.tsx'

type Tab = (typeof tabs)[number]
const goTab = (tab: Tab) => goAdmin({ tab })

/** Their keys lead to what a tab shows, and not to the way there. */
function goTabByKey(tab: Tab): void {
  goTab(tab)
  requestAnimationFrame(() => {
    const main = document.querySelector('main')
    if (main) rest(main)
  })
}

/** 관리: what keeps the hall safe, each on its tab. */
export function AdminPage({ view, clerk }: { view: ManualDeskView; clerk: PersonView }) {
  const { admin: w } = useSupervisorWords()
  const tab = useAdmin((s) => s.tab)
  const may = pagesOf(clerk)
  useKeys({
    F1: () => openWindow({ of: 'help' }),
    F8: may.hall ? () => goAdmin({ isOpen: false }) : undefined,
    F9: may.manual ? toManual : undefined,
    ...tabKeys(tabs, goTabByKey),
  })
  return (
    <div className="overview">
      <AdminTop view={view} clerk={clerk} />
      <Recovered />
      {view.line.state === 'offline' && (
        <output className="band">
          <NoLineIcon /> <span>{w.offline}</span>
        </output>
      )}
      <Tabs label={w.tabList} tabs={tabs} names={w.tabs} current={tab} onGo={goTab} />
      <main className="admin-main">
        <h1 className="unseen">{w.title}</h1>
        {tab === 'machines' && <Machines />}
        {tab === 'accesses' && <Accesses />}
        {tab === 'backups' && <Backups />}
        {tab === 'people' && <People />}
      </main>
      <AdminWindows />
    </div>
  )
}

function AdminWindows() {
  const { admin: w } = useSupervisorWords()
  const opened = useAdmin((s) => s.window)
  switch (opened?.of) {
    case 'help':
      return <Keys title={w.keysTitle} keys={w.keys} onClose={closeWindow} />
    case 'reviewAccesses':
      return <ReviewAccesses month={opened.month} />
    case 'exportAccesses':
      return <ExportAccesses month={opened.month} />
    case 'addPerson':
    case 'changePerson':
    case 'givePassword':
    case 'dismissPerson':
      return <PeopleWindow opened={opened} />
    case 'invite':
      return <Invite line={opened.line} />
    case 'revoke':
      return <Revoke line={opened.line} device={opened.device} />
    case undefined:
      return null
  }
}
