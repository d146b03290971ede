import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium, type ElectronApplication, expect, test } from '@playwright/test'
import { hasNoViolation } from '../support/clerk.ts'
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
  const second = startPlainly([...pc.switches, '--remote-debugging-port=0'])
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

/** What the window shows; nothing while its page is changed for another. */
const textOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const text = window?.webContents.executeJavaScript("document.body?.innerText ?? ''")
    return String(await text?.catch(() => ''))
  })

/** The shell's diagnostics; there is no file before it has something to say. */
function diagnosticsOf(dataFolder: string): string {
  const file = join(dataFolder, 'log/counter-1-shell.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

test('a page that falls is there again; one that falls again and again is given up, and says so', async () => {
  const { app, page, dataFolder } = await launchWindow({ role: 'counter' })
  await expect(page.getByText('counter-1')).toBeVisible()
  // A driver of tests gives up a page that fell: what the window shows is read by the app itself.
  const fall = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  let shown = ''
  // The fourth within a minute; on a busy machine a minute may be over before.
  for (let falls = 1; falls <= 12 && !shown.includes('화면이 거듭 멈췄습니다'); falls++) {
    await fall()
    await expect.poll(() => diagnosticsOf(dataFolder).split('the page fell').length - 1).toBe(falls)
    await expect.poll(async () => (shown = await textOf(app))).toMatch(/counter-1|화면이 거듭 멈췄습니다/)
    if (falls <= 3) expect(shown).toContain('counter-1')
  }
  expect(shown).toContain('화면이 거듭 멈췄습니다')
  const ended = once(app.process(), 'exit')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  expect(await ended).toEqual([0, null])
})

for (const signal of ['SIGKILL', 'SIGABRT'] as const)
  test(`a core that ends by itself (${signal}) leaves the window open, which says what to do`, async () => {
    const { app, page, dataFolder } = await launchWindow({ role: 'counter' })
    await expect(page.getByText('counter-1')).toBeVisible()
    const core = await app.evaluate(
      (electron) => electron.app.getAppMetrics().find(({ name }) => name === 'changgu-core')?.pid,
    )
    process.kill(core ?? 0, signal)
    await expect(page.getByRole('heading', { name: '창구가 멈췄습니다' })).toBeVisible()
    await hasNoViolation(page)
    await page.getByRole('button', { name: 'English' }).press('Enter')
    await expect(page.getByRole('heading', { name: 'Changgu has stopped' })).toBeVisible()
    expect(diagnosticsOf(dataFolder)).toContain('the core ended by itself')
    if (signal === 'SIGABRT') expect(diagnosticsOf(dataFolder)).toContain('the core met what it cannot go on from')
    const ended = once(app.process(), 'exit')
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    expect(await ended).toEqual([1, null])
  })

for (const sort of ['error', 'rejection'] as const)
  test(`an unexpected ${sort} in the shell ends it and says so, as Electron alone would not`, async () => {
    const { app, page, dataFolder, errors } = await launchWindow({ role: 'counter' })
    await expect(page.getByText('counter-1')).toBeVisible()
    const ended = once(app.process(), 'exit')
    await app.evaluate((_electron, kind) => {
      if (kind === 'rejection') void Promise.reject(new Error('of 김영수'))
      else
        setImmediate(() => {
          throw new Error('of 김영수')
        })
    }, sort)
    expect(await ended).toEqual([1, null])
    expect(errors.join('')).toContain('프로그램에 오류가 나서 창구를 끝냅니다.')
    expect(diagnosticsOf(dataFolder)).toContain('the shell fell')
    expect(diagnosticsOf(dataFolder)).not.toContain('김영수')
  })

test('a start without its switches says in a box which are missing, and opens nothing', async () => {
  const start = startPlainly([`--user-data-dir=${mkdtempSync(join(tmpdir(), 'changgu-shell-'))}`])
  const said: string[] = []
  start.stderr?.on('data', (text) => said.push(String(text)))
  const [code] = await once(start, 'close')
  expect(code).toBe(2)
  expect(said.join('')).toMatch(/\[box\] .*\n*.*빠졌거나 잘못된 것: --role, --machine/)
})

test('a PC whose session is ended by the system closes its record with a last copy', async () => {
  const { app, page, dataFolder } = await launchWindow({ role: 'counter' })
  await expect(page.getByText('counter-1')).toBeVisible()
  const ended = once(app.process(), 'exit')
  // Windows alone says this, and says no more than this.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    for (const name of ['query-session-end', 'session-end']) window?.emit(name, { reasons: ['shutdown'] })
  })
  expect(await ended).toEqual([0, null])
  expect(readFileSync(join(dataFolder, 'log/counter-1.log'), 'utf8')).toContain('the core ends')
})

test('a window is enlarged by keys and by the wheel, and is so after the next start', async () => {
  const { app, page, dataFolder } = await launchWindow({ role: 'counter' })
  await expect(page.getByText('counter-1')).toBeVisible()
  const size = () => page.evaluate(() => window.devicePixelRatio)
  for (const [keys, shown] of [
    ['Control+Equal', 1.1],
    ['Control+NumpadAdd', 1.25],
    ['Control+Minus', 1.1],
    ['Control+Digit0', 1],
  ] as const) {
    await page.keyboard.press(keys)
    await expect.poll(size).toBeCloseTo(shown)
  }
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -100)
  await page.keyboard.up('Control')
  await expect.poll(size).toBeCloseTo(1.1)
  await app.close()
  const again = await launchWindow({ role: 'counter', dataFolder })
  await expect(again.page.getByText('counter-1')).toBeVisible()
  expect(await again.page.evaluate(() => window.devicePixelRatio)).toBeCloseTo(1.1)
  await again.app.close()
})
