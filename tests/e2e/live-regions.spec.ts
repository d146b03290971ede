import { expect, test, type Page } from '@playwright/test'
import { Clerk } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

declare global {
  interface Window {
    readOut: string[]
  }
}

/** Writes down from now on what a screen reader would be told to read: what changes in a live part of the page. */
const listen = (page: Page) =>
  page.evaluate(() => {
    window.readOut = []
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const at = target instanceof Element ? target : target.parentElement
        if (!at || at.closest('[aria-hidden="true"]')) continue
        const live = at.closest('[aria-live], output, [role="status"], [role="alert"], [role="timer"]')
        if (live && live.getAttribute('aria-live') !== 'off') window.readOut.push(at.textContent)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

test(
  'while a visitor sits at a counter neither the minutes nor the heartbeat of the line are read out',
  { tag: '@long' },
  async ({ browser }) => {
    const hall = await startHall()
    await takeTickets(browser, hall, 1)
    const { page, app } = await launchWindow({ role: 'counter', hall: hall.socket })
    const clerk = new Clerk(page)
    await clerk.signIn()
    await page.clock.install()
    await clerk.press('F2')
    await clerk.hasTicket('가 001', '호출')
    await listen(page)
    // What is news is read out.
    await clerk.press('F4')
    await clerk.hasTicket('가 001', '응대 중')
    await expect.poll(() => page.evaluate(() => window.readOut.length)).toBeGreaterThan(0)

    await page.evaluate(() => (window.readOut = []))
    const line = page.getByRole('status', { name: '회선 상태' })
    const heard = await line.textContent()
    const timer = page.getByRole('timer')
    const minutes = await timer.textContent()
    await page.clock.fastForward('07:00')
    await expect(timer).not.toHaveText(minutes ?? '')
    // Any news of the hall is a sign of the line, and this one is not for this counter.
    await takeTickets(browser, hall, 1)
    await expect(line).not.toHaveText(heard ?? '')
    expect(await page.evaluate(() => window.readOut)).toEqual([])
    await app.close()
    await hall.stop()
  },
)
