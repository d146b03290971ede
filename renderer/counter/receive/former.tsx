import type { FormerKindView } from '../../../domain/views/view-former.ts'
import { Button } from '../../common/button.tsx'
import { date } from '../../common/format.ts'
import { WarningIcon } from '../../common/icons.tsx'
import { useDraft } from '../../common/use-draft.ts'
import { useKeys } from '../../common/use-keys.ts'
import { useLanguage, useWords } from '../../text/text.ts'
import { startSearch } from '../place.ts'
import { emptyReceipt, type Receipt } from './receipt.ts'

/** Above the form: that the kind was taken out, what can be received of it still, and that nothing typed is lost. */
export function FormerNotice({ former, isTyped }: { former: FormerKindView; isTyped: boolean }) {
  const { formerKind: w } = useWords()
  const language = useLanguage()
  return (
    <div className="notice warn" role="alert">
      <WarningIcon />
      <p className="grow">
        <b>{w.since(former.since, date(former.day, language))}</b>
        <br />
        {w.still}
        {isTyped && ` ${w.typed}`}
      </p>
    </div>
  )
}

/** In place of the form of a kind that no edition here has: the way to the search, without what was typed for it. */
export function UnknownKind({ code }: { code: string }) {
  const { manual, formerKind } = useWords()
  const [, setReceipt] = useDraft<Receipt>(`receipt ${code}`, () => emptyReceipt)
  const leave = () => {
    setReceipt(emptyReceipt)
    startSearch()
  }
  useKeys({ 'Mod+Enter': leave, Escape: leave })
  return (
    <main className="middle">
      <div className="body">
        <section className="panel receive">
          <p className="meta">{code}</p>
          <p role="alert">{manual.gone}</p>
        </section>
      </div>
      <footer className="bar">
        <div className="grow" />
        <Button look="primary" size="large" keyCap="Esc" onPress={leave}>
          {formerKind.find}
        </Button>
      </footer>
    </main>
  )
}
