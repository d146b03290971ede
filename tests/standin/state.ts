import type { Chromium } from './chromium.ts'

/** What can be ended with the app. */
interface Killable {
  readonly name: string
  readonly pid: number | undefined
  kill(): boolean
}

/** A window as the app sees it when it quits. */
interface Closable {
  close(): void
  isDestroyed(): boolean
}

/** What a second start tells the first one. */
export type SecondStart = { argv: string[]; folder: string; additionalData: object }

type State = {
  ready: boolean
  quitting: boolean
  hasLock: boolean
  /** Tells the one that has the lock. */
  tellFirst: ((start: SecondStart) => void) | undefined
  /** Those that came before this one was ready. */
  secondStarts: SecondStart[]
  chromium: Chromium | undefined
}

/** Where this one Electron stands. */
export const state: State = {
  ready: false,
  quitting: false,
  hasLock: true,
  tellFirst: undefined,
  secondStarts: [],
  chromium: undefined,
}

/** The switches of the command line, without their dashes. */
export const switches = new Map<string, string>()

/** Everything that is open. */
export const windows = new Set<Closable>()

/** The processes beside the main one. */
export const utilities = new Set<Killable>()

/** The connected Chromium; asking for it too early is a mistake of the app, as in Electron. */
export function chromium(): Chromium {
  if (!state.chromium) throw new Error('Cannot open a window before the app is ready')
  return state.chromium
}

/** An event object that a listener can cancel. */
export function preventable(): { defaultPrevented: boolean; preventDefault(): void } {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true
    },
  }
}

/** Writes to stderr what passes between Chromium and the stand-in, when asked to. */
export function trace(...words: unknown[]): void {
  if (process.env.DEBUG_STANDIN) console.error('standin', ...words)
}
