import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { money } from '../../common/format.ts'
import { CheckIcon, QuestionIcon, WarningIcon } from '../../common/icons.tsx'
import { Panel } from '../../common/panel.tsx'
import { Say } from '../../common/tag.tsx'
import { useLanguage, useWords } from '../../text/text.ts'
import type { CaseForm } from './case-forms.tsx'

type Props = { seen: CaseView; onForm: (form: CaseForm) => void; onApplication: () => void }

/** What the manual asks for a case and nobody has taken; undefined where nothing is known to be owed. */
export function feeOwed({ procedure, state, mine }: CaseView): number | undefined {
  const { fee, feeTable } = procedure
  const isOwed = mine && state !== 'closed' && !fee && typeof feeTable === 'number' && feeTable > 0
  return isOwed ? feeTable : undefined
}

/** What may be paid now, and opens its form. */
export const canPay = ({ procedure }: CaseView): boolean =>
  procedure.acts.some((a) => a.type === 'payFee' && a.refused === undefined)

/** Beside the steps: whether the fee was taken and the application is whole and signed, with the way to each. */
export function CaseDues({ seen, onForm, onApplication }: Props) {
  const { case: words, procedure } = useWords()
  const { form } = seen.procedure
  const isOpen = seen.mine && !seen.decision && seen.state !== 'closed'
  const empty = form.fields.filter((f) => f.required && form.values[f.id] === undefined).length
  const lacks = [
    ...(empty > 0 ? [words.dues.empty(empty)] : []),
    ...(seen.procedure.signed ? [] : [procedure.application.unsigned]),
  ]
  const hasFee = seen.procedure.fee !== undefined || seen.procedure.feeTable !== 0
  if (!hasFee && form.fields.length === 0) return null
  return (
    <Panel title={words.dues.title}>
      {hasFee && (
        <p className="row between due-line">
          <FeeState seen={seen} />
          {!seen.procedure.fee && canPay(seen) && (
            <Button size="small" onPress={() => onForm('payFee')}>
              {words.dues.take}
            </Button>
          )}
        </p>
      )}
      {form.fields.length > 0 && (
        <p className="row between due-line">
          {lacks.length === 0 ? (
            <Say tone="ok" icon={CheckIcon}>
              {words.dues.whole}
            </Say>
          ) : (
            <Say icon={QuestionIcon}>{[words.dues.application, ...lacks].join(' · ')}</Say>
          )}
          {isOpen && lacks.length > 0 && (
            <Button size="small" onPress={onApplication}>
              {words.dues.toApplication}
            </Button>
          )}
        </p>
      )}
    </Panel>
  )
}

function FeeState({ seen }: { seen: CaseView }) {
  const { case: words } = useWords()
  const language = useLanguage()
  const { fee } = seen.procedure
  const owed = feeOwed(seen)
  if (fee)
    return (
      <Say tone="ok" icon={CheckIcon}>
        {words.dues.paid(money(fee.won, language))}
      </Say>
    )
  return owed === undefined ? (
    <Say icon={QuestionIcon}>{words.dues.unknown}</Say>
  ) : (
    <Say tone="warn" icon={WarningIcon}>
      {words.dues.owed(money(owed, language))}
    </Say>
  )
}
