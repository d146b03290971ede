/** Keeps the focus near where it was when what had it goes away: a keyboard goes on from there, and not from the top of the page. */

/** What had the focus, and what stood around it up to its part of the page, the nearest first. */
type Place = { at: HTMLElement; around: Element[] }

const parts = 'main, aside, header, footer, [role="dialog"]'
const focusable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
/** Milliseconds that a screen has to give the focus to where it belongs itself. */
const settles = 120

/** Begins to watch the page; returns how to end it. */
export function keepFocus(page: Document): () => void {
  let last: Place | undefined
  /** The last one that was in no window: it counts again once the window is closed. */
  let under: Place | undefined
  let timer: number | undefined
  const isBare = () => page.activeElement === page.body
  const isLost = () => isBare() && last !== undefined && !last.at.isConnected
  function remember({ target }: FocusEvent): void {
    if (!(target instanceof HTMLElement) || target === page.body) return
    last = { at: target, around: partsAround(target) }
    if (!target.closest('[role="dialog"]')) under = last
  }
  function giveBack(): void {
    timer = undefined
    if (!isLost()) return
    for (const place of [last, under]) {
      // A part that had the focus for a while cannot take it again by itself.
      if (place?.at.isConnected) place.at.focus()
      if (!isBare()) return
      const near = place?.around.find((e) => e.isConnected && e.textContent.trim() !== '')
      if (near instanceof HTMLElement) return goTo(near)
    }
    // The whole page is another one, as after a lock or at a key that leads to another screen.
    const main = page.querySelector<HTMLElement>('main')
    if (main) rest(main)
  }
  const watcher = new MutationObserver(() => {
    if (timer === undefined && isLost()) timer = window.setTimeout(giveBack, settles)
  })
  page.addEventListener('focusin', remember)
  watcher.observe(page.body, { childList: true, subtree: true })
  return () => {
    page.removeEventListener('focusin', remember)
    watcher.disconnect()
    window.clearTimeout(timer)
  }
}

/** Up to its part of the page; a frame around the work is no place to go on from. */
function partsAround(at: HTMLElement): Element[] {
  const around: Element[] = []
  for (let e: Element | null = at.matches(parts) ? at : at.parentElement; e && !e.matches('.page, body');) {
    if (e.querySelector('main')) break
    around.push(e)
    if (e.matches(parts)) break
    e = e.parentElement
  }
  return around
}

/** A field takes the focus itself. A button does not: Enter that is still held down would press what nobody has read. */
function goTo(near: HTMLElement): void {
  const first = near.querySelector<HTMLElement>(focusable)
  if (first?.matches('input, select, textarea')) return first.focus({ preventScroll: true })
  rest(near)
}

/** A part of the page that nothing leads to by Tab takes the focus, until it is left. */
export function rest(near: HTMLElement): void {
  if (!near.hasAttribute('tabindex')) {
    near.tabIndex = -1
    near.dataset['kept'] = ''
    near.addEventListener('blur', () => forget(near), { once: true })
  }
  near.focus({ preventScroll: true })
}

function forget(near: HTMLElement): void {
  near.removeAttribute('tabindex')
  delete near.dataset['kept']
}
