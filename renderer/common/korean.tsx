import type { ReactNode } from 'react'
import { useLanguage } from '../text/text.ts'

/** What is Korean in every language of the screen: texts of the manual and names of laws. */
export const InKorean = ({ children }: { children: ReactNode }) => <span lang="ko">{children}</span>

/** A Korean name beneath an English one; nothing on a Korean screen. */
export function Korean({ children }: { children: string }) {
  const language = useLanguage()
  if (language === 'ko') return null
  return (
    <span className="meta cut" lang="ko">
      {children}
    </span>
  )
}
