import { availableParallelism } from 'node:os'
import { configDefaults, defineConfig } from 'vitest/config'

/** What meets the driver of the database: it runs a second time on a database that is not encrypted. */
const ofDriver = ['archive', 'log', 'migrations', 'open', 'paper-pdfs', 'search', 'verify']

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, 'tests/e2e/**', 'tests/bench/**'],
    pool: 'forks',
    // A process runs one file after the other and keeps what it has loaded: to load it again for each took half of the time.
    // What a file changes of the process (console, clock, environment) is therefore put back before every test.
    isolate: false,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    // Now and then a test waits for a hall of its own: one more than there are cores fills them.
    maxWorkers: availableParallelism() + 1,
    // A busy machine is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'plain',
          include: ofDriver.map((name) => `tests/db/${name}.test.ts`),
          env: { CHANGGU_TEST_DRIVER: 'plain' },
        },
      },
    ],
  },
})
