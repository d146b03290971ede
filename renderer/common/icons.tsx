import type { ReactNode } from 'react'

/** A drawn sign; it always stands beside a word, so it is hidden from screen readers. */
export type Icon = () => ReactNode

const glyph =
  (...paths: string[]): Icon =>
  () => (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {paths.map((d) => (
        <path key={d} d={d} />
      ))}
    </svg>
  )

const circle = 'M8 2a6 6 0 110 12A6 6 0 018 2z'
const waves = 'M1.8 6.2a9 9 0 0112.4 0M4 8.7a5.8 5.8 0 018 0M6.2 11.2a2.6 2.6 0 013.6 0'

export const PersonIcon = glyph(
  'M8 2.2a2.8 2.8 0 110 5.6 2.8 2.8 0 010-5.6z',
  'M2.8 14c.6-3 2.6-4.4 5.2-4.4s4.6 1.4 5.2 4.4',
)
export const LineIcon = glyph(waves, 'M8 13.4v.1')
export const NoLineIcon = glyph(waves, 'M2 14.5L14 1.5')
export const TrayIcon = glyph('M2 9h3.5l1 2h3l1-2H14M2 9l2-6h8l2 6v4.5H2z')
export const LockIcon = glyph('M3 7h10v7H3z', 'M5 7V5a3 3 0 016 0v2')
export const LeaveIcon = glyph('M6.5 2.5H3v11h3.5', 'M7 8h7M11 5l3 3-3 3')
export const CheckIcon = glyph('M3 8.5l3.2 3.2L13 5')
export const RingIcon = glyph('M8 3a5 5 0 110 10A5 5 0 018 3z')
export const DotIcon = glyph('M8 5a3 3 0 110 6 3 3 0 010-6z', 'M8 6.5a1.5 1.5 0 110 3 1.5 1.5 0 010-3z')
export const EyeIcon = glyph(
  'M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z',
  'M8 6.2a1.8 1.8 0 110 3.6 1.8 1.8 0 010-3.6z',
)
export const PaperIcon = glyph('M4 2.5h6l2.5 2.5v8.5H4z', 'M6 7.5h4.5M6 10.5h4.5')
export const BarredIcon = glyph(circle, 'M3.9 3.9l8.2 8.2')
export const QuestionIcon = glyph(circle, 'M6.2 6.4a1.8 1.8 0 113 1.5c-.8.5-1.2.8-1.2 1.6M8 11.5v.1')
export const WarningIcon = glyph('M8 2l6.5 11.5h-13z', 'M8 6.5v3.2M8 11.6v.2')
export const SearchIcon = glyph('M7 2.5a4.5 4.5 0 110 9 4.5 4.5 0 010-9z', 'M10.5 10.5L14 14')
export const ClockIcon = glyph(circle, 'M8 4.5V8l2.5 1.8')
export const PauseIcon = glyph('M5.5 3.5v9M10.5 3.5v9')
export const SpeakerIcon = glyph('M2 6v4h2.5L8.5 13V3l-4 3zM11 5.5a4 4 0 010 5M12.8 3.5a7 7 0 010 9')
export const CrossIcon = glyph('M4 4l8 8M12 4l-8 8')
export const BackIcon = glyph('M10 3L5 8l5 5')
