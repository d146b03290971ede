import type { PcCommand, Question } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'

/** What the driver of a day says to a process of PCs, and hears of it. */
export type ToPcs = { id: number } & (
  | { do: 'open'; machine: string; invitation: string }
  | { do: 'submit'; machine: string; command: Command | PcCommand }
  | { do: 'view'; machine: string; question: Question }
  | { do: 'standing'; machine: string }
  | { do: 'rss' }
  | { do: 'stop' }
)
export type FromPcs = { id: number; answer?: unknown } | { id: number; failed: string }
export type Standing = { hash: string; unsent: number; expired: string[]; tickets: string[] }
