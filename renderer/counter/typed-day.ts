/** A day as people type it: '19840302' and '1984.3.2' are the same. */
export function readDay(typed: string): string {
  const parts = /^(\d{4})[.\-/\s]?(\d{1,2})[.\-/\s]?(\d{1,2})\.?$/.exec(typed.trim())
  return parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : typed.trim()
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
