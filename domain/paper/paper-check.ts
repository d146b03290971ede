import type { Case, CaseState } from '../case/case.ts'
import type { Seat } from '../seat.ts'
import type { Instant } from '../time.ts'
import type { Paper, PaperName, PrintState } from './paper.ts'

/** 문서확인번호 (민원처리법 시행령 제30조): whether a paper that somebody brings was issued here. */

/** The signs of a number: without I, L, O and U, which are read wrongly. */
export const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** What anyone in the hall may hear of a document: nothing of it names a person. */
export type PaperCheck = {
  /** The number as it is printed. */
  code: string
  hallName: string
  /** Absent when no such document was issued, as far as this machine knows. */
  found?: {
    name: PaperName
    number: string
    title: string
    madeAt: Instant
    /** Whether the hall had not yet confirmed it when it was made. */
    confirmed: boolean
    print: PrintState
    /** That it was made again later, so that what is newest must be looked at. */
    newer: boolean
    caseState: CaseState
    holder: string
    /** SHA-256 of the PDF, where this PC has printed it. */
    sha256?: string
  }
}

/**
 * Reads a verification number as it is typed: with or without dashes, in small letters, with O for 0 and I or L for 1.
 * Undefined for anything else.
 */
export function readCode(text: string): string | undefined {
  const signs = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  const isCode = new RegExp(`^[${codeSigns}]{${codeLength}}$`).test(signs)
  return isCode ? signs.replaceAll(/(.{4})(?=.)/g, '$1-') : undefined
}

type FoundCase = { known: Case; archived: boolean; destroyedAt?: Instant }

/** The case in which a document with a number was made: in the state or in the archive. */
export function caseOfCode(seat: Seat, code: string): FoundCase | undefined {
  const isOf = (known: Case) => known.papers.some((p) => p.code === code)
  const here = [...seat.hall.cases.values()].find(isOf)
  if (here) return { known: here, archived: false }
  for (const one of seat.archive.issued(code))
    if (isOf(one.known) && !seat.hall.cases.has(one.known.received.case)) return { ...one, archived: true }
  return undefined
}

/** Whether a document with a number was issued, what it was, when, and by whom it is held; no word of what it says. */
export function paperCheck(seat: Seat, code: string, known: Case | undefined): PaperCheck {
  const hallName = seat.hall.profile?.name ?? ''
  const paper = known?.papers.find((p) => p.code === code)
  if (!known || !paper) return { code, hallName }
  const { received, state: caseState, holder } = known
  const { name, number, madeAt, confirmed, state: print } = paper
  const newer = known.papers.some((p) => isAfter(p, paper))
  const sha256 = seat.printed?.(received.case, paper.paper)
  return {
    code,
    hallName,
    found: {
      name,
      number,
      title: received.title,
      madeAt,
      confirmed,
      print,
      newer,
      caseState,
      holder,
      ...(sha256 !== undefined && { sha256 }),
    },
  }
}

const isAfter = (one: Paper, other: Paper): boolean => one.name === other.name && one.act > other.act
