import { defineConfig } from '@playwright/test'
import { findChromium, quietSwitches } from './build/screen.mjs'

const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  // Now and then a test waits for its hall and its windows to start: one more than there are cores fills them.
  // A busy machine is slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 3,
  // A test that needs its second try is named as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    // To trace every test takes a tenth of the time: `npm run e2e -- --trace on` does.
    trace: 'on-first-retry',
    launchOptions: { args: quietSwitches(), ...(chromium ? { executablePath: chromium } : {}) },
  },
})
