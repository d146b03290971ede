import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { chromium, expect, test } from '@playwright/test'
import { startHall } from '../support/hall.ts'
import { launchWindow, startPlainly } from '../support/launch.ts'

/** The shell around the windows: what it does when a part of it falls, ends or is started again. */

test('a start while the last one still closes its record is made as soon as that has ended', async () => {
  const hall = await startHall()
  const pc = await launchWindow({ role: 'counter', hall: hall.socket })
  await expect(pc.page.getByText('회선 연결')).toBeVisible()
  const first = pc.app.process()
  const ended = once(first, 'exit')
  const address = new Promise<string>((found) => {
    if (first.stderr) createInterface({ input: first.stderr }).on('line', (line) => announced(line, found))
  })
  // The last copy goes to the hall, which answers late.
  process.kill(hall.pid, 'SIGSTOP')
  await pc.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  const second = startPlainly([...pc.args, '--remote-debugging-port=0'])
  const [code] = await once(second, 'exit')
  process.kill(hall.pid, 'SIGCONT')
  expect(code).toBe(0)
  expect(await ended).toEqual([0, null])

  const browser = await chromium.connectOverCDP(await address)
  try {
    const [context] = browser.contexts()
    if (!context) throw new Error('there is no window')
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await expect(page.getByRole('heading', { name: '로그인' })).toBeVisible()
  } finally {
    await (await browser.newBrowserCDPSession()).send('Browser.close')
  }
  await hall.stop()
})

function announced(line: string, found: (address: string) => void): void {
  const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
  if (address) found(address)
}
