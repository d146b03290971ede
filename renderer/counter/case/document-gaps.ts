import type { CaseView } from '../../../domain/views/views.ts'

/** What lacks of the documents as one decides: those that are not there, by their names, and how many nobody has looked at. */
export function documentGaps({ documents, next }: Pick<CaseView, 'documents' | 'next'>): {
  missing: string[]
  open: number
} {
  const asked = next === 'decide' ? documents.filter((d) => !d.spared) : []
  return {
    missing: asked.filter((d) => d.mark?.mark === 'missing').map((d) => d.name),
    open: asked.filter((d) => !d.mark).length,
  }
}
