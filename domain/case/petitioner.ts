import type { FormField } from '../manual/form.ts'
import { Petitioner, type Private } from '../record/private.ts'
import { privateKey } from '../record/record.ts'
import type { Case } from './case.ts'

/** 민원인: whose petition it is, as it was said at the receipt and as it was corrected since (시행령 제6조 제5항). */

const parts = ['name', 'birth', 'contact', 'address'] as const
/** What of the petitioner may be corrected, by the names under which it is kept; a form's own fields are f1, f2 … */
export type PetitionerPart = (typeof parts)[number]

export const isPetitionerPart = (field: string): field is PetitionerPart => parts.some((part) => part === field)

/** Whether a value can stand for a part of the petitioner. */
export const isPetitionerValue = (part: PetitionerPart, value: string): boolean =>
  Petitioner.shape[part].safeParse(value).success

/** The parts as fields that are typed like those of a form. */
export const petitionerFields = (
  label: Readonly<Record<PetitionerPart, FormField['label']>>,
): (FormField & { id: PetitionerPart })[] => [
  { id: 'name', label: label.name, type: 'text', required: true, max: 60 },
  { id: 'birth', label: label.birth, type: 'date', required: true },
  { id: 'contact', label: label.contact, type: 'text', required: true, max: 60 },
  { id: 'address', label: label.address, type: 'address', required: true, max: 200 },
]

type Apart = { [act: string]: Private }

/** The petitioner as last corrected; undefined where this machine does not know who it is. Nothing else reads it. */
export function petitionerOf(known: Case, apart: Apart): Petitioner | undefined {
  const said = apart[privateKey(known.received)]?.petitioner
  if (!said) return undefined
  const corrected = known.forms.flatMap((e): Partial<Petitioner>[] => {
    if (e.type !== 'fieldCorrected' || !isPetitionerPart(e.field)) return []
    const after = apart[privateKey(e)]?.after
    return after === undefined ? [] : [{ [e.field]: after }]
  })
  return Object.assign({}, said, ...corrected) as Petitioner
}

/** The petitioner with those who sign beside. */
export const petitionersOf = (
  known: Case,
  apart: Apart,
): { petitioner: Petitioner | undefined; others: Petitioner[] } => ({
  petitioner: petitionerOf(known, apart),
  others: apart[privateKey(known.received)]?.others ?? [],
})
