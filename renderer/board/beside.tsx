import type { ReactNode } from 'react'

/** Korean words with the English ones beside or beneath them, as the look of the place has it. */
export const Beside = ({ children, en }: { children: ReactNode; en: string }) => (
  <>
    {children}{' '}
    <small className="beside" lang="en">
      {en}
    </small>
  </>
)
