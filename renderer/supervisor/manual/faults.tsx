import { useRef } from 'react'
import type { PartFault } from '../../../domain/manual/manual-parts.ts'
import { WarningIcon } from '../../common/icons.tsx'
import { useKeys } from '../../common/use-keys.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { go, isRawView, usePlace } from './place.ts'
import { sayField } from './say-field.ts'
import type { OpenPart } from './use-part.ts'

/** The name of the place on the page where a field is typed. */
export const placeOf = (field: string): string => `field-${field.replaceAll('.', '-')}`

/** The summary of what is wrong: each line leads to its field. */
export function Faults({ part }: { part: OpenPart }) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const { reading } = part
  const isRaw = usePlace(isRawView)
  if (!reading) return null
  const { faults } = reading
  return (
    <section className="manual-faults" aria-label={w.kind.faultList}>
      <p role="status" className={faults.length === 0 ? 'say ok' : 'say bad'}>
        {faults.length > 0 && <WarningIcon />}
        {faults.length === 0 ? w.kind.sound : w.kind.faults(faults.length)}
      </p>
      {faults.length > 0 && (
        <ul tabIndex={0} aria-label={w.kind.faultList}>
          {faults.map((f, i) => (
            <li key={`${f.field} ${f.problem} ${i}`}>
              <button type="button" className="fault" onClick={() => leadTo(f)}>
                <b>{w.kind.faultAt(sayField(w, f.field), isRaw ? f.line : undefined)}</b>{' '}
                {language === 'ko' ? f.ko : f.en}
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Brings the field of a fault to the keyboard: in the form its place, or the nearest around it; in the raw text its line. */
function leadTo({ field, line }: PartFault): void {
  const seen = usePlace.getState()
  if (isRawView(seen)) return leadToLine(line ?? 1)
  if (seen.view !== 'form') go({ view: 'form' })
  requestAnimationFrame(() => {
    for (let way = field; way !== ''; way = way.slice(0, Math.max(0, way.lastIndexOf('.')))) {
      const place = document.querySelector<HTMLElement>(`#${CSS.escape(placeOf(way))}`)
      if (!place) continue
      place.focus()
      place.scrollIntoView({ block: 'center' })
      return
    }
  })
}

/** F3 leads to the fault after the one to which it led last; after the last to the first. */
export function useFaultKey({ reading }: OpenPart): void {
  const last = useRef(-1)
  const faults = reading?.faults ?? []
  useKeys({
    F3: () => {
      last.current = last.current + 1 < faults.length ? last.current + 1 : 0
      const fault = faults[last.current]
      if (fault) leadTo(fault)
    },
  })
}

function leadToLine(line: number): void {
  const text = document.querySelector<HTMLTextAreaElement>('#raw-text')
  if (!text) return
  const lines = text.value.split('\n')
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
  text.focus()
  text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  text.scrollTop = Math.max(0, (line - 5) * Number.parseFloat(getComputedStyle(text).lineHeight))
}
