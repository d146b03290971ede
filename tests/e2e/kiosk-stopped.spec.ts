import { expect, test, type Page } from '@playwright/test'
import { startHall, type Hall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'

/** A kiosk that gives no tickets now, or was set up wrongly. */

const open = {
  hallName: '한빛시청 열린민원실',
  at: Date.now(),
  waiting: 0,
  ahead: { ordinary: 0, priority: 0 },
  estimates: {},
  reasons: [],
}

let hall: Hall
let clean = () => {}
test.beforeAll(async () => {
  const manual = writeManual((end) => void (clean = end), {
    'hall.yaml': (text) => `${text}kiosks: [{ id: kiosk-1 }]\n`,
  })
  hall = await startHall({ manual })
})
test.afterAll(async () => {
  await hall.stop()
  clean()
})

/** The kiosk of a hall that has stopped its issue; the answer ends its line, until the kiosk has tried in vain. */
async function stoppedFor(page: Page, reason: string): Promise<() => Promise<void>> {
  let cut = () => {}
  let tried: (() => void) | undefined
  await page.routeWebSocket(/.*/, (socket) => {
    if (tried) {
      tried()
      return void socket.close()
    }
    cut = () => void socket.close()
    const up = socket.connectToServer()
    const closed = `"closed":{"why":"issueStopped","reason":"${reason}"},"reasons":[`
    up.onMessage((text) => socket.send(String(text).replace('"reasons":[', closed)))
  })
  await page.goto(`${hall.address}/kiosk?print=off`)
  await expect(page.locator('.stopped h1')).toBeVisible()
  return () =>
    new Promise((settle) => {
      tried = settle
      cut()
    })
}

test('a kiosk of a hall that closes early says that tickets are over for today, and not that they stop for a while', async ({
  page,
}) => {
  await stoppedFor(page, 'earlyClose')
  await expect(page.getByRole('heading', { name: '오늘 번호표 발급을 마쳤습니다' })).toBeVisible()
  await expect(page.getByText('오늘은 일찍 마칩니다.')).toBeVisible()
  await expect(page.getByText('급한 용무는 안내도우미에게 말씀해 주세요.')).toBeVisible()
  await expect(page.getByText('잠시')).toHaveCount(0)
})

test('in an emergency a kiosk says to follow the staff, largest of all, and not that numbers are called', async ({
  page,
}) => {
  await stoppedFor(page, 'emergency')
  await expect(page.getByRole('heading')).toHaveText(/직원의 안내를 따라 주세요/)
  await expect(page.getByText('차례대로 부릅니다')).toHaveCount(0)
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.getByRole('heading')).toHaveText(/Please follow the staff/)
})

const lasting = [
  ['emergency', /직원의 안내를 따라 주세요/],
  ['earlyClose', /오늘 번호표 발급을 마쳤습니다/],
] as const
for (const [reason, says] of lasting)
  test(`a kiosk that loses the hall goes on saying why there is none today: ${reason}`, async ({ page }) => {
    const cut = await stoppedFor(page, reason)
    await expect(page.getByRole('heading')).toHaveText(says)
    await cut()
    await expect(page.getByRole('heading')).toHaveText(says)
  })

test('whoever presses as an emergency begins is told to follow the staff, and once it is over the kiosk is as before', async ({
  page,
}) => {
  let tell = (_closed?: object) => {}
  await page.routeWebSocket(/.*/, (socket) => {
    let watch = 0
    let closed: object | undefined
    const view = () => ({ ...open, ...(closed && { closed }) })
    tell = (why) => {
      closed = why
      socket.send(JSON.stringify({ watch, view: view() }))
    }
    socket.onMessage((text) => {
      const ask: { id: number; do: string } = JSON.parse(String(text))
      if (ask.do === 'watch') watch = ask.id
      if (ask.do === 'submit') tell({ why: 'issueStopped', reason: 'emergency' })
      const answer = ask.do === 'submit' ? { refused: 'issueStopped' } : view()
      socket.send(JSON.stringify(ask.do === 'watch' ? { watch, view: view() } : { id: ask.id, answer }))
    })
  })
  await page.goto(`${hall.address}/kiosk?print=off`)
  await page.getByRole('button', { name: /^일반/ }).click()
  await expect(page.getByRole('heading')).toHaveText(/직원의 안내를 따라 주세요/)
  await expect(page.getByRole('alert')).toHaveCount(0)
  tell()
  await expect(page.getByRole('button', { name: /^일반/ })).toBeVisible()
})

test('a kiosk whose name the hall does not know says so to whoever set it up', async ({ page }) => {
  await page.goto(`${hall.address}/kiosk?kiosk=kiosk-7&print=off`)
  await expect(page.getByText('이 발급기(kiosk-7)는 hall.yaml에 없습니다')).toBeVisible()
  await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1&print=off`)
  await expect(page.getByRole('button', { name: /^일반/ })).toBeVisible()
  await expect(page.getByText('hall.yaml에 없습니다')).toHaveCount(0)
})

for (const how of ['denies', 'lacks', 'fills'] as const)
  test(`a kiosk whose browser keeps nothing still gives the tickets of the hall: it ${how} its storage`, async ({
    page,
  }) => {
    await page.addInitScript((so) => {
      const denied = () => {
        throw new DOMException('denied', 'SecurityError')
      }
      if (so === 'fills') Storage.prototype.setItem = denied
      else Object.defineProperty(window, 'localStorage', { get: so === 'lacks' ? () => null : denied })
    }, how)
    await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1&print=off`)
    await page.getByRole('button', { name: /^일반/ }).click()
    await expect(page.getByRole('heading', { name: '번호를 기억해 주세요' })).toBeVisible()
  })
