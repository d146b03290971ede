import { useCallback, useEffect, useRef, useState } from 'react'

/** Seconds that remain before `onEnd`; it counts ticks, so that a page held up by a print dialog loses no time. */
export function useCountdown(seconds: number, onEnd: () => void): { left: number; restart: (from: number) => void } {
  const [left, setLeft] = useState(seconds)
  const end = useRef(onEnd)
  useEffect(() => {
    end.current = onEnd
  })
  useEffect(() => {
    const timer = window.setInterval(() => setLeft((n) => Math.max(0, n - 1)), 1000)
    return () => window.clearInterval(timer)
  }, [])
  useEffect(() => {
    if (left === 0) end.current()
  }, [left])
  return { left, restart: useCallback((from: number) => setLeft(from), []) }
}
