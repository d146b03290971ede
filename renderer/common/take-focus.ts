const taken = new WeakSet<Element>()

/** A ref that gives a field the focus when it first appears, and never again. */
export function takeFocus(field: HTMLElement | null): void {
  if (!field || taken.has(field)) return
  taken.add(field)
  field.focus()
}
