import { useEffect, useState } from 'react'

/** How the screen looks for whoever stands or sits before it. */
export type Look = { large: boolean; contrast: boolean; low: boolean }
export const usualLook: Look = { large: false, contrast: false, low: false }

/** The look of the page, also on its root, where the style sheets ask for it. */
export function useLook(): [Look, (look: Look) => void] {
  const [look, setLook] = useState(usualLook)
  useEffect(() => {
    for (const of of ['large', 'contrast', 'low'] as const)
      document.documentElement.toggleAttribute(`data-${of}`, look[of])
  }, [look])
  return [look, setLook]
}
