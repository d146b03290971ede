import { canonical } from '../canonical.ts'
import { diffManuals, manualFiles, type FieldChange, type FileDifference, type ManualParts } from './manual-diff.ts'

/**
 * What a manual would take back: where two have gone on from the same one, the files in which `folder` still says what `base`
 * said and `newest` has changed. What both have changed in their own way is no taking back.
 */
export function takenBack(base: ManualParts, newest: ManualParts, folder: ManualParts): FileDifference[] {
  const changed = new Map(diffManuals(base, newest).map((d) => [d.file, d]))
  const texts = [base, newest, folder].map(manualFiles)
  return diffManuals(folder, newest).filter((still) => {
    const made = changed.get(still.file)
    if (made?.what !== still.what) return false
    const [was, now, said] = texts.map((files) => files.get(still.file))
    if (typeof was === 'string' && typeof now === 'string' && typeof said === 'string')
      return keepsLines(was, now, said)
    return made.what !== 'changed' || still.what !== 'changed' || keepsFields(made.changes, still.changes)
  })
}

/** Whether all that was changed in a field is still to be changed there: of a list that both have changed some is not. */
function keepsFields(made: readonly FieldChange[], still: readonly FieldChange[]): boolean {
  const left = new Set(still.map((one) => canonical(one)))
  const fields = Map.groupBy(made, ({ field }) => field)
  return [...fields.values()].some((changes) => changes.every((one) => left.has(canonical(one))))
}

/** Whether a text has a line that was taken out of it elsewhere, or where none was, lacks one that came in. */
function keepsLines(was: string, now: string, said: string): boolean {
  const [old, young, own] = [was, now, said].map((text) => new Set(text.split('\n').map((line) => line.trim())))
  const isOut = (line: string) => old?.has(line) === true && young?.has(line) === false
  const isIn = (line: string) => young?.has(line) === true && old?.has(line) === false
  if ([...(old ?? [])].some(isOut)) return [...(own ?? [])].some(isOut)
  return [...(young ?? [])].some((line) => isIn(line) && own?.has(line) === false)
}
