/** What the thread that makes a copy says when it is done: how large it is, or why there is none. */
export type CopyMessage = { bytes: number } | CopyFailure
type CopyFailure = { failed: string; code?: string; stack?: string }

/** An error as it goes out of the thread: with the code that tells the cause and the place where it came from. */
export function toldFailure(error: unknown): CopyFailure {
  if (!(error instanceof Error)) return { failed: String(error) }
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
  return { failed: error.message, ...code, ...(error.stack !== undefined && { stack: error.stack }) }
}

/** The error that it is again outside. */
export const failureOf = ({ failed, ...cause }: CopyFailure): Error => Object.assign(new Error(failed), cause)
