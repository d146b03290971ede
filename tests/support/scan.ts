import type { Page } from '@playwright/test'

/** Types as a scanner does: it has no Korean keyboard, and what it types is read by the places of its keys. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate((text) => {
    const placeOf = (sign: string) =>
      sign === '-' ? 'Minus' : /\d/.test(sign) ? `Digit${sign}` : sign === 'Enter' ? sign : `Key${sign}`
    // Made before any is heard, as a scanner does not wait for a slow PC: its keys bear the times at which they were sent.
    const keys = text
      .split('')
      .concat('Enter')
      .map((sign) => new KeyboardEvent('keydown', { code: placeOf(sign), key: 'ㅊ', bubbles: true, cancelable: true }))
    for (const key of keys) document.activeElement?.dispatchEvent(key)
  }, code)
}
