import { z } from 'zod'
import { machineName } from '../machine/invitation.ts'
import type { HallProfile } from '../manual/manual.ts'
import type { Series } from './ticket.ts'

/** 순번 발급기와 전광판: what `hall.yaml` says of them. A page without a name there works too, with fewer parts. */

const name = z.string().regex(machineName)

/** A slip printer in the network, reached by the hall's server (ESC/POS over TCP). */
export const PrinterSettings = z.strictObject({
  host: z.string().trim().min(1).max(255),
  port: z.int().min(1).max(65_535).default(9100),
})
export type PrinterSettings = z.infer<typeof PrinterSettings>

/** Their order gives each its own numbers of the series 다: a new kiosk is added at the end. */
export const KioskSettings = z.strictObject({
  id: name,
  /** What staff call it, such as 정문 발급기; without it, its place in the list. */
  name: z.string().trim().min(1).max(40).optional(),
  printer: PrinterSettings.optional(),
})

/** A layout that is not known is left aside by the board, and said there. */
export const BoardSettings = z.strictObject({
  id: name,
  layout: z.string().max(40).optional(),
  /** Whether it calls out; without it, yes. */
  voice: z.boolean().optional(),
})

/** 안내도우미의 태블릿: a machine of the hall, paired like a counter. */
export const GuideSettings = z.strictObject({ id: name })

export const boardLayouts = ['landscape', 'portrait', 'many'] as const
export type BoardLayout = (typeof boardLayouts)[number]

/** The series of a kiosk that issues by itself, as long as it does not reach the hall. */
export const ownSeries: Series = '다'
/** So many numbers a day has each kiosk of its own. */
const ownNumbers = 200

/** The numbers of the series 다 that a kiosk alone may give; undefined for one that the hall does not know. */
export function ownRange(
  profile: Pick<HallProfile, 'kiosks'> | undefined,
  kiosk: string,
): { first: number; last: number } | undefined {
  const place = profile?.kiosks?.findIndex((k) => k.id === kiosk) ?? -1
  return place < 0 ? undefined : { first: place * ownNumbers + 1, last: (place + 1) * ownNumbers }
}

/** A kiosk as staff know it: by its name, or by its place in the list, from 1; 0 for one that is not of the hall any more. */
export type KioskRef = { id: string; number: number; name?: string }

export function kioskRef(profile: Pick<HallProfile, 'kiosks'> | undefined, id: string): KioskRef {
  const place = profile?.kiosks?.findIndex((k) => k.id === id) ?? -1
  const called = profile?.kiosks?.[place]?.name
  return { id, number: place + 1, ...(called !== undefined && { name: called }) }
}

export const printerOf = (
  profile: Pick<HallProfile, 'kiosks'> | undefined,
  kiosk: string | undefined,
): PrinterSettings | undefined => profile?.kiosks?.find((k) => k.id === kiosk)?.printer

/** Why a slip did not come out: the printer was not reached, has no paper, stands open, did not answer, or the line broke off. */
export const PrintFault = z.enum(['unreachable', 'paperOut', 'coverOpen', 'noAnswer', 'brokenOff'])
export type PrintFault = z.infer<typeof PrintFault>

/** Why somebody has no slip with the number: also since the slip of a kiosk that was alone tells one that another has. */
export const SlipFault = z.enum([...PrintFault.options, 'numberTaken'])
export type SlipFault = z.infer<typeof SlipFault>

/** How the slip of a ticket stands at the printer of a kiosk; `print` counts the slips that were asked for. */
export type SlipPrint = {
  kiosk: string
  print: number
  state: 'queued' | 'printed' | 'failed'
  at: number
  why?: SlipFault
  /** What the slip in the visitor's hand says instead. */
  says?: { series: Series; number: number }
}
