import { useEffect, useState } from 'react'
import type { Question, ViewOf } from '../../domain/desk.ts'
import { useDesk } from './store.ts'

export type Asked<V> = { state: 'asking' | 'here' | 'failed'; view?: V }

/** A view that is asked for once and, when `times` changes, again: for what is too much to follow every change of. */
export function useAsked<Q extends Question>(question: Q, times: number | string = 0): Asked<ViewOf<Q>> {
  const { desk } = useDesk()
  const key = JSON.stringify([question, times])
  const [answer, setAnswer] = useState<Asked<ViewOf<Q>> & { key: string }>({ state: 'asking', key: '' })
  useEffect(() => {
    let isCurrent = true
    const [asked] = JSON.parse(key) as [Q, unknown]
    desk.view(asked).then(
      (view) => isCurrent && setAnswer({ state: 'here', view, key }),
      () => isCurrent && setAnswer({ state: 'failed', key }),
    )
    return () => {
      isCurrent = false
    }
  }, [desk, key])
  return answer.key === key ? answer : { state: 'asking' }
}
