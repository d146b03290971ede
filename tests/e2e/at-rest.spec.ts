import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { searchForText } from '../../db/canary.ts'
import { Clerk, hasNoViolation, picture, signInAs } from '../support/clerk.ts'
import { startHall } from '../support/hall.ts'
import { takeTickets } from '../support/kiosk.ts'
import { launchWindow } from '../support/launch.ts'

const title = '공인중개사 자격증 재교부'
const canaries = ['카나리아홍서연', '비고카나리아칠에프']
const usual = process.env['TMPDIR']

test.afterEach(() => {
  if (usual === undefined) delete process.env['TMPDIR']
  else process.env['TMPDIR'] = usual
})

test('no text of a petitioner stands in clear on any disk, whatever ends; and a damaged database comes back whole', async ({
  browser,
}, info) => {
  test.setTimeout(300_000)
  const root = mkdtempSync(join(tmpdir(), 'changgu-canary-'))
  const places = Object.fromEntries(['hall', 'pc', 'tmp', 'usb'].map((name) => [name, join(root, name)]))
  for (const place of Object.values(places)) mkdirSync(place)
  const { hall: data = '', pc: dataFolder = '', tmp = '', usb = '' } = places
  process.env['TMPDIR'] = tmp
  const sightings = () => canaries.flatMap((text) => searchForText(text, [root]).found)

  const first = await startHall({ data, copyTo: usb })
  await takeTickets(browser, first, 1)
  const pc = await launchWindow({ role: 'counter', hall: first.socket, dataFolder })
  const clerk = new Clerk(pc.page)
  await clerk.signIn()
  await clerk.welcomeNext('가 001')
  await clerk.receive('공인중개사 재교부', title, canaries[0] ?? '')
  await clerk.openTab(4)
  await clerk.tabTo(pc.page.getByRole('button', { name: '접수증', exact: true }))
  await clerk.press('Enter')
  await expect(pc.page.frameLocator('iframe[title="접수증 미리보기"]').locator('table')).toContainText(
    canaries[0] ?? '',
  )
  await clerk.press('Control+Enter')
  await expect(pc.page.getByRole('region', { name: '문서', exact: true })).toContainText('인쇄 못 함')
  await clerk.openTab(1)
  await pc.page.getByRole('textbox', { name: '메모' }).fill(canaries[1] ?? '')
  await clerk.press('Enter')
  await expect(pc.page.getByText(canaries[1] ?? '').first()).toBeVisible()
  await clerk.press('F9')
  await pc.page.keyboard.type(canaries[0] ?? '')

  // In the middle of it, without a word.
  const ended = once(pc.app.process(), 'exit')
  pc.app.process().kill('SIGKILL')
  await ended
  await first.stop('SIGKILL')
  expect(sightings()).toEqual([])

  const second = await startHall({ data, port: first.port, copyTo: usb })
  const again = await launchWindow({ role: 'counter', hall: second.socket, dataFolder })
  await new Clerk(again.page).unlock()
  await new Clerk(again.page).hasTicket('가 001', '응대 중')
  await again.app.close()
  await second.stop()
  // The hall and the PC have made copies by now, the hall in its second place too.
  expect(sightings()).toEqual([])
  expect(searchForText('SQLite format 3', [join(data), usb, join(dataFolder, 'copies')]).found).toEqual([])

  const file = join(dataFolder, 'counter-1.db')
  writeFileSync(file, readFileSync(file).fill(0x5a, 4096, 3 * 4096))
  const third = await startHall({ data, port: first.port, copyTo: usb })
  const repaired = await launchWindow({ role: 'counter', hall: third.socket, dataFolder })
  await new Clerk(repaired.page).unlock()
  const note = repaired.page.getByRole('region', { name: '자료 복구 안내' })
  await expect(note).toContainText('이 PC의 자료가 손상되어 있어 복구했습니다.', { timeout: 30_000 })
  await expect(note).toContainText('잃은 것은 없습니다.')
  await expect(repaired.page.locator('main')).toContainText(title)
  await hasNoViolation(repaired.page)
  await picture(repaired.page, info, 'counter-recovered')

  const boss = await launchWindow({ role: 'supervisor', hall: third.socket })
  await signInAs(boss.page, '정하은')
  await expect(boss.page.locator('body')).toContainText('가 001')
  for (const key of ['F8', 'Control+3']) await boss.page.keyboard.press(key)
  const list = boss.page.getByRole('region', { name: 'PC별 백업 목록' })
  await expect(list.getByRole('row').filter({ hasText: 'counter-1' }).first()).toContainText(
    '시작할 때 자료를 복구했습니다',
  )
  await expect(boss.page.getByRole('region', { name: '민원실 서버' })).toContainText('MB')
  await hasNoViolation(boss.page)
  await picture(boss.page, info, 'supervisor-backups')
  await boss.app.close()

  await new Clerk(repaired.page).tabTo(note.getByRole('button'))
  await repaired.page.keyboard.press('Enter')
  await expect(note).toHaveCount(0)
  await repaired.app.close()
  await third.stop()
  expect(sightings()).toEqual([])
})
