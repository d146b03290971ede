import { canonical } from '../canonical.ts'
import { baseOf } from '../manual/amendment-rules.ts'
import type { Part } from '../manual/amendment.ts'
import type { Written } from '../manual/manual-diff.ts'
import { isText, partChange, partsOf, writtenIn, type PartChange, type PartReading } from '../manual/manual-parts.ts'
import type { Seat } from '../seat.ts'
import { standOf, type Stand } from './view-manual-stand.ts'

/** A part of the manual as an editor has it before him: its text, what is wrong with it, and what it would change. */
export type ManualPartView = PartReading & {
  /** The text that was read. */
  text: string
  /** Against the newest edition; undefined while it says the same, or cannot be read. */
  change?: PartChange
  /** Where the part was said last, and by whom. */
  stand?: Stand
  /** The edition on which the text rests that was read without one being typed: what is typed on it rests there too. */
  rests?: number
  /** What is typed against what was said last; undefined while it says the same. */
  fromStand?: PartChange
  /** What is typed says what one finds there without typing: nothing of it has to be kept. */
  isBack?: true
  /** The amendment takes the part out of the manual: what is read is what the newest edition says. */
  isTakenOut?: true
  /** Of a template without faults: the page that shows it with made-up values. */
  sample?: string
}

/**
 * Reads what is typed of a part, as YAML or JSON; without a text, what the amendment says of it, else the newest
 * edition, also where the amendment takes the part out. Undefined where there is no such part, or no manual on this machine.
 */
export function manualPartView(
  seat: Seat,
  { part, text, amendment }: { part: Part; text?: string | undefined; amendment?: string | undefined },
): ManualPartView | undefined {
  const content = seat.manualOf?.(undefined)
  if (!content || !seat.readPart) return undefined
  const was = partsOf(content).get(part)
  const inAmendment = amendment === undefined ? undefined : seat.hall.amendments.get(amendment)?.parts[part]
  const isTakenOut = inAmendment?.content === null
  const first = inAmendment && !isTakenOut ? writtenIn(part, inAmendment.content) : was
  const rests = inAmendment ? baseOf(seat.hall, inAmendment) : seat.newestHere?.()
  const asked = text ?? (first === undefined ? undefined : textOf(part, first))
  if (asked === undefined) return undefined
  const once = seat.readPart(part, asked, content)
  // JSON is what a form sends; whoever looks at it sees YAML, and the lines of the faults are those of the YAML.
  const isJson = !isText(part) && /^\s*[{[]/.test(asked)
  const reading = isJson && once.yaml !== undefined ? seat.readPart(part, once.yaml, content) : once
  const change = reading.data === undefined ? undefined : partChange(part, was, reading.data)
  const isBack =
    text !== undefined && reading.data !== undefined && first !== undefined && !partChange(part, first, reading.data)
  const last = standOf(seat, part, content)
  const fromStand = reading.data === undefined ? undefined : last && partChange(part, last.says, reading.data)
  const sample = isText(part) && reading.content !== undefined && seat.layOutSample?.(part, reading.content, content)
  return {
    ...(typeof sample === 'string' && { sample }),
    ...reading,
    text: asked,
    ...(change && { change }),
    ...(last && { stand: last.stand }),
    ...(fromStand && { fromStand }),
    ...(rests !== undefined && rests > 0 && { rests }),
    ...(isBack && { isBack }),
    ...(isTakenOut && { isTakenOut }),
  }
}

const textOf = (part: Part, said: Written): string =>
  isText(part) && typeof said === 'string' ? said : canonical(said)
