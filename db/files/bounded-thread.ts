import { Worker } from 'node:worker_threads'

/** What a thread may take: megabytes of its heap, and milliseconds until it is ended. */
type Bounds = { memory: number; longest: number; environment?: NodeJS.ProcessEnv }

/**
 * Runs the file of a thread on something that strangers made, and gives what it answers. One that takes more than it may
 * ends alone: who asked goes on meanwhile, and hears why. A bug in the thread throws here.
 */
export function runBounded<T>(
  file: URL,
  data: unknown,
  isAnswer: (said: unknown) => said is T,
  { memory, longest, environment }: Bounds,
): Promise<{ answer: T } | 'outOfMemory' | 'tooLong'> {
  const { promise, resolve, reject } = Promise.withResolvers<{ answer: T } | 'outOfMemory' | 'tooLong'>()
  const thread = new Worker(file, {
    workerData: data,
    resourceLimits: { maxOldGenerationSizeMb: memory },
    ...(environment && { env: environment }),
  })
  let isTooLong = false
  const clock = setTimeout(() => {
    isTooLong = true
    void thread.terminate()
  }, longest)
  thread.on('message', (said: unknown) => {
    if (isAnswer(said)) resolve({ answer: said })
    else reject(new Error(`the thread ${file.pathname} answers what is none`))
  })
  thread.on('error', (error) => {
    if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve('outOfMemory')
    else reject(error)
  })
  thread.on('exit', () => {
    clearTimeout(clock)
    // Only now it writes nothing more.
    if (isTooLong) resolve('tooLong')
    reject(new Error(`the thread ${file.pathname} has ended without an answer`))
  })
  return promise
}
