/** What keeps a form closed, found where it is seen: the first field that is wrong, or empty though it may not be. */

export type Missing = {
  /** Where the focus goes. */
  at: HTMLElement
  label: string
  how: 'fill' | 'choose' | 'correct'
}

const inputs = 'input:not([type="radio"], [type="checkbox"]), textarea, select'
const picks = 'input[type="radio"], input[type="checkbox"]'

/** Fields say that they may stay empty by `data-optional`, and by `data-incomplete` that what stands in them is not yet enough. */
export function findMissing(form: HTMLElement): Missing | undefined {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  const field = wrong?.closest('.field')
  if (wrong && field) return { at: wrong, label: labelOf(field), how: 'correct' }
  for (const one of form.querySelectorAll('.field:not([data-optional])')) {
    const missing = one.tagName === 'FIELDSET' ? unpicked(one) : unfilled(one)
    if (missing) return { ...missing, label: labelOf(one) }
  }
  return undefined
}

function unfilled(field: Element): Omit<Missing, 'label'> | undefined {
  const at = field.querySelector<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(inputs)
  if (!at || at.disabled) return undefined
  if (at.value.trim() !== '' && !field.hasAttribute('data-incomplete')) return undefined
  return { at, how: at.tagName === 'SELECT' ? 'choose' : 'fill' }
}

function unpicked(field: Element): Omit<Missing, 'label'> | undefined {
  const all = [...field.querySelectorAll<HTMLInputElement>(picks)]
  const [at] = all
  return at && !all.some((one) => one.checked) ? { at, how: 'choose' } : undefined
}

/** The label alone, without the word beside it that says whether it may stay empty. */
const labelOf = (field: Element): string => field.querySelector('legend, label')?.firstChild?.textContent?.trim() ?? ''

/** Goes to a field, also into a part that is folded. */
export function goToField(at: HTMLElement): void {
  for (let fold = at.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true
  at.focus()
}

/** Goes to the first field that is marked as wrong. */
export function goToWrong(form: HTMLElement): void {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  if (wrong) goToField(wrong)
}
