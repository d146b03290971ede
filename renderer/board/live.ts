import { useEffect, useState } from 'react'
import type { Question, ViewOf } from '../../domain/desk.ts'
import { useDesk, useLink, useView } from '../common/store.ts'

const beat = 20_000
const patience = 6_000

/**
 * A view that also tells whether the hall still answers: a socket can hang without closing. What it answers is shown, since the
 * hall tells of itself only what happens, and not that time has passed.
 */
type Live<V> = { view: V | undefined; isLost: boolean }

export function useLive<Q extends Question>(question: Q): Live<ViewOf<Q>> {
  const { refresh } = useDesk()
  const link = useLink()
  const view = useView(question)
  /** What was on the screen when the hall did not answer; any news after it means that it speaks again. */
  const [silent, setSilent] = useState<{ link: unknown; view: unknown }>()
  /** What was on the screen when the line was lost: it is of then, also on a line that has just come back. */
  const [left, setLeft] = useState<{ view: unknown }>()
  const isDown = link.state === 'lost'
  if (isDown && (!left || left.view !== view)) setLeft({ view })
  const key = JSON.stringify(question)
  useEffect(() => {
    if (link.state !== 'up') return undefined
    const asked = JSON.parse(key) as Question
    const ask = async () => {
      const answers = await answersWithin(refresh(asked), patience)
      setSilent(answers ? undefined : { link, view })
    }
    const timer = window.setInterval(() => void ask(), beat)
    return () => window.clearInterval(timer)
  }, [refresh, link, view, key])
  const isSilent = silent !== undefined && silent.link === link && silent.view === view
  const isOfThen = left !== undefined && left.view === view
  return { view, isLost: isSilent || isOfThen || isDown }
}

/** Milliseconds of a break that the hall's server takes for a start, or a switch for a cable. */
const short = 5_000

/** Whether the line has been lost for longer than a short break, for which a screen is not turned over. */
export function useLasting(isLost: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isLost) return undefined
    const timer = window.setTimeout(() => setLong(true), short)
    return () => {
      window.clearTimeout(timer)
      setLong(false)
    }
  }, [isLost])
  return isLost && isLong
}

/** Whether a promise settles well before the patience ends. */
function answersWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const late = new Promise<boolean>((settle) => {
    window.setTimeout(() => settle(false), ms)
  })
  const answer = promise.then(
    () => true,
    () => false,
  )
  return Promise.race([answer, late])
}
