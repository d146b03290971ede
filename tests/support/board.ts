import { expect, type Page, type WebSocketRoute } from '@playwright/test'
import type { Hall } from './hall.ts'

/** A board whose hall says what a test wants. */

export const at = Date.parse('2026-11-24T10:12:00+09:00')
/** A call of a number at a counter. */
export const call = (number: number, counter: number, isOver = true) => ({
  label: { day: '2026-11-24', series: '가', number },
  counter,
  at: at - (1300 - number) * 60_000,
  ...(isOver && { isOver }),
})
/** What a hall says that calls. */
export const calling = {
  hallName: '한빛시청 열린민원실',
  last: call(1234, 18, false),
  calls: Array.from({ length: 6 }, (_, i) => call(1233 - i, 12 + i)),
  waiting: 23,
  estimates: { ordinary: { from: 12, to: 25 } },
  updatedAt: at,
  layout: 'landscape',
  voice: false,
}

/** The line of a board to its hall. */
type Line = {
  cut: () => void
  /** Lets the board in again, until it comes; without a view the hall says nothing yet. */
  open: (view?: object) => Promise<void>
  /** From now on the hall says this. */
  say: (view: object) => void
}

/** A board of a hall that says this, by the hall's time or that of its PC. */
export async function showing(hall: Hall, page: Page, view: object, time: number | string = at): Promise<Line> {
  let said: object | undefined = view
  let isCut = false
  let letIn = () => {}
  let socket: WebSocketRoute | undefined
  let asked: Ask[] = []
  let watched: Ask | undefined
  const answer = (ask: Ask) => {
    if (ask.do === 'watch') watched = ask
    if (said)
      socket?.send(JSON.stringify(ask.do === 'watch' ? { watch: ask.id, view: said } : { id: ask.id, answer: said }))
    else asked.push(ask)
  }
  await page.routeWebSocket(/.*/, (next) => {
    if (isCut) return void next.close()
    socket = next
    letIn()
    next.onMessage((text) => answer(JSON.parse(String(text)) as Ask))
  })
  await page.clock.install({ time })
  await page.goto(`${hall.address}/board`)
  await expect(page.locator('.last-number')).toBeVisible()
  return {
    cut() {
      isCut = true
      void socket?.close()
    },
    open(then) {
      said = then
      isCut = false
      return new Promise((settle) => {
        letIn = settle
      })
    },
    say(then) {
      said = then
      const due = asked.length > 0 ? asked : watched ? [watched] : []
      asked = []
      for (const ask of due) answer(ask)
    },
  }
}
type Ask = { id: number; do: string }
