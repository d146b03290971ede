import type { CopiesStatus } from '../../db/copies/keep-copies.ts'
import type { Outcome, PcCommand, Question } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'
import type { Act, Sight } from '../support/history.ts'

/** What a scenario says to the process of a counter, and hears of it. */
export type ToCounter =
  | { do: 'submit'; id: number; command: Command | PcCommand }
  | { do: 'view'; id: number; question: Question }
  | { do: 'pair'; id: number; invitation: string }
  | { do: 'copy'; id: number }
  /** The window program has laid out the paper that it was told to print, as a PDF of so many bytes, and printed it. */
  | { do: 'printed'; id: number; bytes: number }
  | { do: 'goTo'; address: string }
  | { do: 'stop' }

export type FromCounter =
  | { say: 'open'; file: string }
  | { say: 'stopped'; why: string; detail: string }
  | { say: 'answer'; id: number; outcome: Outcome | { threw: string }; wrote?: Act['wrote'] }
  | { say: 'view'; id: number; view: unknown }
  | Sees

/** What the screen of the counter shows of its line, with what the record under it has. */
export type Sees = {
  say: 'sees'
  ready: boolean
  sight: Sight
  barred: string | undefined
  /** How many machines a restored hall still waits for. */
  awaited: number | undefined
  /** Editions that have not come whole. */
  coming: number
  at: number
  copies: CopiesStatus
  /** What the start found and brought back. */
  recovery: string | undefined
}
