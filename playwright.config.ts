import { defineConfig } from '@playwright/test'
import { findChromium, quietSwitches } from './build/screen.mjs'

const chromium = findChromium()

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/e2e',
  timeout: 30_000,
  workers: 1,
  reporter: [['list']],
  use: {
    trace: 'retain-on-failure',
    launchOptions: { args: quietSwitches(), ...(chromium ? { executablePath: chromium } : {}) },
  },
})
