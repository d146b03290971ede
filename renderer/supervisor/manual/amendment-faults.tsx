import { codeOf } from '../../../domain/manual/manual-parts.ts'
import type { AmendmentView } from '../../../domain/views/view-manual.ts'
import { Button } from '../../common/button.tsx'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { PartTitle, usePartName } from './part-title.tsx'
import { showKind, showList } from './place.ts'
import { sayField } from './say-field.ts'

/** What is to be mended before an amendment can be offered, part by part, each leading to its kind. */
export function AmendmentFaults({ faults }: { faults: AmendmentView['faults'] }) {
  const { manual: w } = useSupervisorWords()
  const language = useLanguage()
  const nameOf = usePartName()
  if (faults.length === 0) return null
  return (
    <section aria-label={w.kind.faultList}>
      <h3>{w.amendments.faulty(faults.length)}</h3>
      <ul className="part-changes">
        {faults.map(({ part, name, faults: some }) => {
          const code = codeOf(part)
          return (
            <li key={part}>
              <div className="row">
                <h4>
                  <PartTitle part={part} name={name} />
                </h4>
                <span className="grow" />
                {part !== 'kinds' && (
                  <Button
                    size="small"
                    label={w.amendments.mend(nameOf(part, name))}
                    onPress={() => (code === undefined ? showList(part) : showKind(code))}
                  >
                    {w.amendments.openShort}
                  </Button>
                )}
              </div>
              {some.map((one, i) => (
                <p className="caution" key={i}>
                  {one.field !== '' && `${sayField(w, one.field)}: `}
                  {language === 'ko' ? one.ko : one.en}
                </p>
              ))}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
