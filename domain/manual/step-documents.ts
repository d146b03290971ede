import type { Kind } from './manual.ts'

/**
 * Documents that a text of a step tells the clerk to take or to look up though the answers may rule them out. What is to be
 * taken is said by the checks, which follow the answers; a text does not.
 */
export function conditionalInSteps(kind: Kind): { step: number; name: string }[] {
  const names = kind.documents.flatMap((d) => (d.when === undefined ? [] : [d.name]))
  return kind.steps.flatMap(({ action }, step) => {
    const sentences = action.split(/(?<=\.)\s+/)
    return names.filter((name) => sentences.some((s) => isWanted(s, name))).map((name) => ({ step, name }))
  })
}

/** Whether a sentence wants a document: it stands in a list of what is received, or is what is taken or looked up. */
function isWanted(sentence: string, name: string): boolean {
  const at = sentence.indexOf(name)
  if (at < 0) return false
  const [before, after] = [sentence.slice(0, at), sentence.slice(at + name.length)]
  // A text that says in which case it is wanted is right as it stands.
  if (/면 /.test(before)) return false
  if (/서류: /.test(before)) return true
  const [object] = after.split(/하고 |거나 /)
  return /[을를] (받|조회|첨부|제출)/.test(object ?? '')
}
