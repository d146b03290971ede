import { useEffect, useState } from 'react'
import type { Hit } from '../../../domain/find/find.ts'
import type { PaperCheck } from '../../../domain/paper/paper-check.ts'
import type { LookupLine } from '../../../domain/views/lookup.ts'
import { useDesk } from '../../common/store.ts'

const shown = 10
/** As many characters as the desk takes. */
const longest = 200

/** What was found for a text: kinds of petition, then cases. */
export type Found = { hits: Hit[]; lines: LookupLine[]; more: boolean; paper?: PaperCheck; failed: boolean }

const nothing: Found = { hits: [], lines: [], more: false, failed: false }

/** What is found for what is typed, all of it at once; an answer that comes after a newer one is dropped. */
export function useFound(text: string): Found {
  const { desk } = useDesk()
  const [found, setFound] = useState(nothing)
  useEffect(() => {
    // The finder is open before the first key is pressed.
    void desk.find('').catch(() => undefined)
  }, [desk])
  useEffect(() => {
    let isCurrent = true
    const show = (next: Found) => isCurrent && setFound(next)
    // What was pasted may be a whole letter; its first words name what it is about.
    const query = text.trim().slice(0, longest)
    if (query === '') show(nothing)
    else
      Promise.all([desk.find(query), desk.view({ of: 'lookup', text: query })]).then(
        // What is a verification number is no name of a kind.
        ([hits, cases]) => show({ hits: cases.paper ? [] : hits.slice(0, shown), ...cases, failed: false }),
        () => show({ ...nothing, failed: true }),
      )
    return () => {
      isCurrent = false
    }
  }, [text, desk])
  return found
}
