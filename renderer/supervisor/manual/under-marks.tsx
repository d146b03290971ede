import type { Under } from '../../../domain/manual/offer-under.ts'
import { moment } from '../../common/format.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'

/** What amendments under way say of a part on offer already, and what becomes of that when the part is taken. */
export function UnderMarks({ id, under }: { id: string; under: readonly Under[] }) {
  const { bring: w } = useSupervisorWords()
  const language = useLanguage()
  const now = useNow()
  if (under.length === 0) return null
  return (
    <div id={id}>
      {under.map(({ amendment, title, at, clerk, isTarget, isReplaced }) => (
        <p key={amendment} className={isReplaced ? 'caution' : 'meta'}>
          {(isReplaced ? w.under.replaced : isTarget ? w.under.laid : w.under.elsewhere)(
            title,
            clerk,
            moment(at, now, language),
          )}
        </p>
      ))}
    </div>
  )
}
