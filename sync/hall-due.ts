import type { Refusal } from '../domain/hall.ts'
import type { SignedHead } from '../domain/record/log.ts'
import type { FromHall, FromMachine, Wire } from './protocol.ts'

/** Up to where a machine has heard, and the head of its chain there. */
type Seen = { cursor: number; head: string | undefined }

export const seenIn = ({ seen, head }: FromMachine & { say: 'hello' }): Seen => ({ cursor: seen, head })

/** A guest hears news once it is welcome: its record is the hall's, as far as it goes. */
export type Guest = { wire: Wire<FromHall>; machine: string; isInStep: boolean; isWelcome: boolean } & Seen & {
    /** Acts that are in as it told them on this line, and whose places it has not heard. */
    asTold: Set<number>
    /** Answers that come after news which it has not heard yet. */
    owed: Waiting[]
  }

export const newGuest = (wire: Guest['wire'], hello: FromMachine & { say: 'hello' }): Guest => ({
  wire,
  machine: hello.machine,
  isInStep: false,
  isWelcome: false,
  asTold: new Set(),
  owed: [],
  ...seenIn(hello),
})

/** The hall's word for a head: signed when it is asked for, since most turns end without news for anybody. */
export type Word = () => Pick<SignedHead, 'hash' | 'signature'> | undefined

/** What waits for the disk: whom it answers, if that is a machine on the line. */
export type Waiting = { of?: Guest; answer: (refused: Refusal | undefined) => void; refused: Refusal | undefined }

/** What one turn has committed and nobody has heard yet. */
export type Due = {
  /** The newest place, and the hall's word for the head there. */
  last: number
  word: Word
  answers: readonly Waiting[]
  /** Who has more to hear, hears for the first time, or has read what lay on its line. */
  waits: ReadonlySet<Guest>
  /** Who has told something, and the number of its last entry that is in. */
  told: ReadonlyMap<Guest, number>
  hasPlaced: boolean
  /** How many private parts have come later than their entries: who has heard these hears them too. */
  late: number
  isEnding: boolean
}

/** The machines that a turn answers, or has taken something of. */
export const speakersIn = ({ told, answers }: Pick<Due, 'told' | 'answers'>): ReadonlySet<Guest> =>
  new Set([...told.keys(), ...answers.flatMap(({ of }) => of ?? [])])

/** So many news are told at once to who has told something itself; of more it hears with the others. */
const few = 3

/** Whether a guest has told something in a turn and has little to hear. */
export const isNear = (due: Due, guest: Guest): boolean => due.told.has(guest) && due.last - guest.cursor <= few
