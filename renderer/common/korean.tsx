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

/** From a letter of Hangul to the last one, as far as no Latin letter stands between. */
const hangul = /([가-힣](?:[^A-Za-z]*[가-힣)])?)/

/** A sentence of the screen into which Korean was put, such as the name of a step: that part is marked as Korean. */
export function WithKorean({ children }: { children: string }) {
  const language = useLanguage()
  if (language === 'ko') return children
  return children
    .split(hangul)
    .map((part, i) => (i % 2 === 0 ? part : <InKorean key={`${i} ${part}`}>{part}</InKorean>))
}
