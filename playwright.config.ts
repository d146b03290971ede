import { defineConfig } from '@playwright/test'
import { findChromium, quietSwitches } from './build/screen.mjs'

const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  // Two at a time fill two cores (three took longer); each starts a hall and its windows, so nothing is waited for shorter than that takes.
  // A busy machine is slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  // A test that needs its second try is named as flaky.
  retries: 1,
  reporter: [['list']],
  use: {
    // To trace every test takes a tenth of the time: `npm run e2e -- --trace on` does.
    trace: 'on-first-retry',
    launchOptions: { args: quietSwitches(), ...(chromium ? { executablePath: chromium } : {}) },
  },
})
