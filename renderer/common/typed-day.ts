/** A day as people type it: '19840302' and '1984.3.2' are the same. */
export function readDay(typed: string): string {
  const parts = /^(\d{4})[.\-/\s]?(\d{1,2})[.\-/\s]?(\d{1,2})\.?$/.exec(typed.trim())
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : typed.trim()
}

/** A time of the day as people type it: '930', '9:30' and '09:30' are the same; undefined for what is none. */
export function readTime(typed: string): string | undefined {
  const parts = /^(\d{1,2})[:.]?(\d\d)$/.exec(typed.trim())
  if (!parts || Number(parts[1]) > 23 || Number(parts[2]) > 59) return undefined
  return `${parts[1]?.padStart(2, '0')}:${parts[2]}`
}
