import { useEffect, useRef } from 'react'

/** Acts once nobody has touched the page for a while. */
export function useIdle(ms: number, act: () => void): void {
  const current = useRef(act)
  useEffect(() => {
    current.current = act
  })
  useEffect(() => {
    let timer = window.setTimeout(() => current.current(), ms)
    const again = () => {
      window.clearTimeout(timer)
      timer = window.setTimeout(() => current.current(), ms)
    }
    const signs = ['pointerdown', 'keydown'] as const
    for (const sign of signs) document.addEventListener(sign, again)
    return () => {
      window.clearTimeout(timer)
      for (const sign of signs) document.removeEventListener(sign, again)
    }
  }, [ms])
}
