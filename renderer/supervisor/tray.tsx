import type { OverviewView } from '../../domain/views/views.ts'
import { Button } from '../common/button.tsx'
import { CheckIcon, WarningIcon } from '../common/icons.tsx'
import { useCaseName } from '../common/kind-name.tsx'
import { Panel } from '../common/panel.tsx'
import { Say, Tag } from '../common/tag.tsx'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage, useWords } from '../text/text.ts'
import { trayItems } from './tray-items.ts'

/** What only a person can settle, most urgent first, each with its act. */
export function Tray({ view, now }: { view: OverviewView; now: number }) {
  const words = useWords()
  const own = useSupervisorWords()
  const language = useLanguage()
  const { tray: w } = own
  const items = trayItems(view, now, { words, own, language, caseName: useCaseName() })
  const count = items.length > 0 && (
    <Tag tone={items.some((i) => i.tone === 'bad') ? 'bad' : 'warn'} icon={WarningIcon}>
      {w.count(items.length)}
    </Tag>
  )
  return (
    <div id="tray" className="part" tabIndex={-1}>
      <Panel title={w.title} note={count} end={<span className="meta">{w.order}</span>}>
        {items.length === 0 && (
          <p className="empty">
            <Say tone="ok" icon={CheckIcon}>
              {w.none}
            </Say>
          </p>
        )}
        <ul className="tray">
          {items.map((item) => (
            <li key={item.key}>
              <h3 className="row">
                <Say tone={item.tone} icon={item.icon}>
                  {item.kind}
                </Say>
                <b className="cut">{item.title}</b>
              </h3>
              <p className="ink2">{item.text}</p>
              {item.act && (
                <Button size="small" onPress={item.act.run} label={`${item.act.name} ${item.title}`}>
                  {item.act.name}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}
