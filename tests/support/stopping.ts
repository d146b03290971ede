/** Aborts when this program is told to end; whoever plays clears up then. The second Ctrl-C ends it at once. */
export function whenStopped(): AbortSignal {
  const stopped = new AbortController()
  const stop = () => stopped.abort(new Error('stopped'))
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return stopped.signal
}

/** What a piece of work comes to, unless it is stopped before that. */
export async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal | undefined): Promise<T> {
  const { promise: cut, reject } = Promise.withResolvers<never>()
  const halt = () => reject(new Error('stopped'))
  if (stop?.aborted) halt()
  stop?.addEventListener('abort', halt)
  try {
    return await Promise.race([work, cut])
  } finally {
    stop?.removeEventListener('abort', halt)
  }
}

/** For the failure of what was stopped: the program ends as one does that Ctrl-C has ended. Any other failure stays one. */
export const endIfStopped =
  (stop: AbortSignal) =>
  (error: unknown): never => {
    if (stop.aborted) process.exit(130)
    throw error
  }
