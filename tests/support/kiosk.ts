import { randomUUID } from 'node:crypto'
import type { Browser } from '@playwright/test'
import type { Hall } from './hall.ts'

/** Visitors who take ordinary tickets, one after the other, over the desk of the kiosk page. */
export async function takeTickets(browser: Browser, hall: Hall, count: number): Promise<void> {
  const page = await browser.newPage()
  await page.goto(`${hall.address}/kiosk`)
  const touches = Array.from({ length: count }, () => randomUUID())
  await page.evaluate(async (ids) => {
    const socket = new WebSocket(`ws://${location.host}/desk`)
    await new Promise((open) => socket.addEventListener('open', open))
    for (const [i, touch] of ids.entries())
      socket.send(JSON.stringify({ id: i, do: 'submit', command: { type: 'issueTicket', touch, class: 'ordinary' } }))
    await new Promise<void>((done) => {
      let left = ids.length
      socket.addEventListener('message', () => (left -= 1) === 0 && done())
    })
  }, touches)
  await page.close()
}
