import { useState } from 'react'
import type { Kind } from '../../../domain/manual/manual.ts'
import type { FormerKindView } from '../../../domain/views/view-former.ts'
import { useHasCome, useView } from '../../common/store.ts'

/** A kind for a screen that does not lose it: by the edition in force, or as it was where that has it no more. */
type KindPage = { kind: Kind | undefined; former: FormerKindView | undefined; hasCome: boolean }

/** The kind of a code; one that an edition takes out while it is on the screen stays there as it was. */
export function useKindPage(code: string): KindPage {
  const now = useView({ of: 'kind', code })
  const isOut = useHasCome({ of: 'kind', code }) && now === undefined
  const former = useView(isOut ? { of: 'formerKind', code } : undefined)
  const hasFormer = useHasCome({ of: 'formerKind', code })
  const [last, setLast] = useState<Kind>()
  if (now && now !== last) setLast(now)
  return { kind: now ?? former?.kind ?? last, former, hasCome: now !== undefined || (isOut && hasFormer) }
}
