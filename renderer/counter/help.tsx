import { Button, KeyCap } from '../common/button.tsx'
import { Dialog } from '../common/dialog.tsx'
import { bellKey } from '../common/emergency.tsx'
import { useKeys } from '../common/use-keys.ts'
import { lockKey } from '../sign-in/account.tsx'
import { leaveKey } from '../sign-in/leave.tsx'
import { useWords } from '../text/text.ts'
import { caseTabs } from './case/case-tabs.tsx'
import { pauseKey } from './reopen.ts'

/** The keyboard on one page. */
export function Help({ onClose }: { onClose: () => void }) {
  const { keys, floor, pause, close, procedure, reading, bell } = useWords()
  useKeys({ F1: onClose }, 'modal')
  const rows: [string, string][] = [
    ['F1', keys.help],
    ['F2', `${floor.callNext} · ${floor.takePaper}`],
    ['F3', floor.recall],
    ['F4', floor.welcome],
    ['F6', floor.hold],
    ['F7', floor.noShow],
    ['F8', floor.complete],
    ['F9', floor.receive],
    [pauseKey, `${pause} · ${floor.reopen}`],
    ['Ctrl+K', keys.find],
    ['Ctrl+J', reading.questions.go],
    ['Ctrl+Enter', keys.main],
    ...caseTabs.map((tab, i): [string, string] => [`Ctrl+${i + 1}`, procedure.tabs[tab]]),
    [bellKey, bell.ring],
    [lockKey, keys.lock],
    [leaveKey, keys.leave],
    ['Ctrl + − 0', keys.zoom],
    ['Space', keys.tick],
    ['↑ ↓', keys.choose],
    ['Enter', keys.receive],
    ['Shift+Enter', keys.preview],
    ['Esc', keys.escape],
    ['Tab', keys.next],
  ]
  return (
    <Dialog title={keys.title} onClose={onClose} wide>
      <dl className="key-map">
        {rows.map(([key, text]) => (
          <div key={key}>
            <dt>
              <KeyCap>{key}</KeyCap>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="form-end">
        <Button onPress={onClose} keyCap="Esc">
          {close}
        </Button>
      </div>
    </Dialog>
  )
}
