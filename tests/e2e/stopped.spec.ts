import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { newDataKey, writeKeyFile } from '../../db/keys/data-key.ts'
import { hasNoViolation, picture } from '../support/clerk.ts'
import { isElectron, launchWindow } from '../support/launch.ts'

// A start opens, checks and encrypts; on a busy machine that takes its time.
const slow = { timeout: 30_000 }

test.skip(isElectron, 'These tests steer the safe storage of the stand-in; that of Electron is the operating system’s.')

test.afterEach(() => {
  delete process.env['STANDIN_SAFE_STORAGE']
})

test('a PC whose store would keep the key in clear keeps none, and says what to do in both languages', async ({}, info) => {
  process.env['STANDIN_SAFE_STORAGE'] = 'basic_text'
  const pc = await launchWindow({ role: 'counter' })
  const { page } = pc
  await expect(page.getByRole('heading', { name: '키 보관소가 키를 지키지 못합니다' })).toBeVisible()
  await expect(page.getByText('--key-file=<파일>')).toBeVisible()
  await hasNoViolation(page)
  await picture(page, info, 'stopped')
  await page.getByRole('button', { name: 'English' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'The key store does not protect the key' })).toBeVisible()
  await pc.app.close()
})

test(
  'a store that changed after the first start opens nothing; with the former store, or a key file, it works',
  { tag: '@long' },
  async () => {
    const dataFolder = mkdtempSync(join(tmpdir(), 'changgu-stopped-'))
    const first = await launchWindow({ role: 'counter', dataFolder })
    await expect(first.page.getByText('counter-1')).toBeVisible(slow)
    await first.app.close()
    process.env['STANDIN_SAFE_STORAGE'] = 'kwallet6'
    const other = await launchWindow({ role: 'counter', dataFolder })
    await expect(other.page.getByRole('heading', { name: '키 보관소가 바뀌었습니다' })).toBeVisible()
    await other.app.close()
    delete process.env['STANDIN_SAFE_STORAGE']
    const again = await launchWindow({ role: 'counter', dataFolder })
    await expect(again.page.getByText('counter-1')).toBeVisible(slow)
    await again.app.close()

    process.env['STANDIN_SAFE_STORAGE'] = 'unavailable'
    const without = await launchWindow({ role: 'counter', dataFolder })
    await expect(without.page.getByRole('heading', { name: '키를 보관할 곳이 없습니다' })).toBeVisible()
    await without.app.close()
    const usb = join(dataFolder, 'usb.key')
    writeKeyFile(usb, newDataKey())
    const withFile = await launchWindow({ role: 'counter', keyFile: usb })
    await expect(withFile.page.getByText('counter-1')).toBeVisible(slow)
    await withFile.app.close()
    expect(readFileSync(join(withFile.dataFolder, 'counter-1.db')).includes('SQLite format')).toBe(false)

    // The database of the first PC under the key of another.
    const wrong = await launchWindow({ role: 'counter', dataFolder, keyFile: usb })
    await expect(wrong.page.getByRole('heading', { name: '다른 키로 암호화된 자료입니다' })).toBeVisible()
    await wrong.app.close()
  },
)
