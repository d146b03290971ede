import { expect, test } from '@playwright/test'
import { startHall } from '../support/hall.ts'
import { writeManual } from '../support/manual.ts'
import { printerSink } from '../support/printer-sink.ts'

const cleaning: (() => void)[] = []
test.afterAll(() => {
  for (const clean of cleaning) clean()
})

/** What a kiosk tells whoever stands before it, and not whoever comes after. */

test('a slip that fails late is told to the visitor who waits for it', async ({ page }) => {
  const printer = await printerSink('stuck')
  const kiosks = `kiosks: [{ id: kiosk-1, printer: { host: 127.0.0.1, port: ${printer.port} } }]\n`
  const manual = writeManual((clean) => void cleaning.push(clean), { 'hall.yaml': (text) => text + kiosks })
  const hall = await startHall({ manual })
  await page.clock.install()
  await page.goto(`${hall.address}/kiosk?kiosk=kiosk-1`)
  await page.getByRole('button', { name: /^일반/ }).click()
  await expect(page.getByRole('heading', { name: '인쇄하고 있습니다' })).toBeVisible()
  // The time of the page goes faster than that of the printer.
  await page.clock.runFor(9_000)
  await expect(page.getByText('인쇄되지 않았습니다. 이 번호로 부릅니다')).toBeVisible()
  await expect(page.getByText('번호 가 001', { exact: true })).toBeAttached()
  await hall.stop()
  await printer.close()
})
