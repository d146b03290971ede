import type { PartName } from '../../../domain/manual/manual-parts.ts'
import { Korean } from '../../common/korean.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { sayPart } from './say-field.ts'

/** Says what a part is called, in the language of the screen. */
export function usePartName(): (part: string, name: PartName | null) => string {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  return (part, name) => sayPart(w, part, name, language)
}

/** What a part is called; under an English name stands the Korean one, which is that of the law. */
export function PartTitle({ part, name }: { part: string; name: PartName | null }) {
  const said = usePartName()
  return (
    <span className="named">
      <span className="cut">{said(part, name)}</span>
      {name?.en !== undefined && <Korean>{name.ko}</Korean>}
    </span>
  )
}
