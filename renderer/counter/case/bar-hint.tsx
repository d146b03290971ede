import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { money } from '../../common/format.ts'
import { WarningIcon } from '../../common/icons.tsx'
import { WithKorean } from '../../common/korean.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import { canPay, feeOwed } from './case-dues.tsx'
import type { CaseForm } from './case-forms.tsx'
import { documentGaps } from './document-gaps.ts'

type Props = { seen: CaseView; onForm: (form: CaseForm) => void }

/** What is still open, or before the decision and the end which documents lack and that the fee was not taken, with the way to each. */
export function BarHint({ seen, onForm, children }: Props & { children: string | undefined }) {
  const owed = seen.next === 'decide' || seen.next === 'notify' || seen.next === 'handOver' ? feeOwed(seen) : undefined
  const hint = children !== undefined && <WithKorean>{children}</WithKorean>
  const { missing, open } = documentGaps(seen)
  const hasGaps = seen.mine && missing.length + open > 0
  if (owed === undefined && !hasGaps) return <span className="meta">{hint}</span>
  return (
    <span className="hints">
      {children !== undefined && <span className="meta wide">{hint}</span>}
      {hasGaps && <Gaps seen={seen} onForm={onForm} open={open} missing={missing.length} />}
      {owed !== undefined && <Owed seen={seen} onForm={onForm} owed={owed} />}
    </span>
  )
}

/** A document that is not there is asked for; of one that nobody has looked at it is only said. */
function Gaps({ seen, onForm, missing, open }: Props & { missing: number; open: number }) {
  const { case: words, procedure } = useWords()
  const { acts } = words
  if (missing === 0) return <span className="meta">{acts.documentsLeft(open)}</span>
  const mayAsk = seen.procedure.acts.some((a) => a.type === 'demandSupplement' && a.refused === undefined)
  return (
    <span className="row">
      <Say tone="warn" icon={WarningIcon}>
        {acts.documentsMissing(missing, open)}
      </Say>
      {mayAsk && (
        <Button size="small" onPress={() => onForm('demandSupplement')}>
          {procedure.form.more(procedure.acts.demandSupplement.name)}
        </Button>
      )}
    </span>
  )
}

function Owed({ seen, onForm, owed }: Props & { owed: number }) {
  const { dues } = useWords().case
  const language = useLanguage()
  return (
    <span className="row">
      <Say tone="warn" icon={WarningIcon}>
        {dues.owed(money(owed, language))}
      </Say>
      {canPay(seen) && (
        <Button size="small" onPress={() => onForm('payFee')}>
          {dues.takeIt}
        </Button>
      )}
    </span>
  )
}
