import type { Kind } from '../../../domain/manual/manual.ts'
import { Button } from '../../common/button.tsx'
import { Dialog } from '../../common/dialog.tsx'
import { WarningIcon } from '../../common/icons.tsx'
import { KindName } from '../../common/kind-name.tsx'
import { InKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useWords } from '../../text/text.ts'

/** Whether another office takes the petition in. */
export const isElsewhere = ({ intake }: Kind): boolean => intake !== 'hall'

/** The same in a word, where the petition is chosen and beside the button. */
export function ElsewhereHint() {
  const { manual: words } = useWords()
  return (
    <Say tone="warn" icon={WarningIcon}>
      {words.elsewhereShort}
    </Say>
  )
}

type Props = { kind: Kind; onClose: () => void; onReceive: () => void }

/** What this hall does not receive is received by a second step of its own, which no key does: the visitor is first told where. */
export function ElsewhereDialog({ kind, onClose, onReceive }: Props) {
  const { manual: words, dismiss } = useWords()
  return (
    <Dialog title={<KindName name={kind.name} />} onClose={onClose}>
      <p>
        <b>{words.elsewhere}</b>
      </p>
      <p>
        {words.takenBy}: <InKorean>{kind.intake}</InKorean>
      </p>
      {kind.note !== undefined && (
        <p className="ink2" lang="ko">
          {kind.note}
        </p>
      )}
      <p>{words.elsewhereBinds}</p>
      <div className="form-end">
        <Button onPress={onClose} keyCap="Esc">
          {dismiss}
        </Button>
        <Button look="danger" onPress={onReceive}>
          {words.receiveAllTheSame}
        </Button>
      </div>
    </Dialog>
  )
}
