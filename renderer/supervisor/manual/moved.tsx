import { useState } from 'react'
import type { PersonView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { moment } from '../../common/format.ts'
import { useNow } from '../../common/use-now.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useLanguage } from '../../text/text.ts'
import { Changes } from './changes.tsx'
import { dropDrafts, keepMine } from './drafts.ts'
import type { OpenPart } from './use-part.ts'

/** Another has said the part anew while one was typing: who and when, how it differs, and which of the two shall stand. */
export function Moved({ part, clerk }: { part: OpenPart; clerk: PersonView }) {
  const { manual } = useSupervisorWords()
  const w = manual.moved
  const language = useLanguage()
  const now = useNow()
  const [isOpen, setOpen] = useState(false)
  const { moved, reading } = part
  if (!moved) return null
  const when = moment(moved.at, now, language)
  const fromStand = reading?.fromStand
  return (
    <section className="moved" aria-label={w.title}>
      <p role="alert" className="caution">
        {moved.of === 'amendment'
          ? w.inAmendment(moved.clerk, when, moved.title)
          : moved.of === 'edition'
            ? w.inEdition(moved.edition, when)
            : w.byWithdrawal(moved.edition, moved.clerk, when)}
      </p>
      <div className="row">
        <Button size="small" expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {w.difference}
        </Button>
        <Button size="small" onPress={() => keepMine(clerk.id, part.part, { base: moved.at, rests: moved.rests })}>
          {w.mine}
        </Button>
        <Button size="small" onPress={() => dropDrafts(clerk.id, [part.part])}>
          {w.theirs}
        </Button>
      </div>
      {isOpen && (
        <>
          <p className="meta">{w.sides}</p>
          {fromStand ? <Changes change={fromStand} /> : <p className="ink2">{w.same}</p>}
        </>
      )}
    </section>
  )
}
