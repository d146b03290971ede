import { configDefaults, defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'tests/e2e/**', 'tests/bench/**'],
    pool: 'forks',
    // A busy machine is slow, not wrong.
    testTimeout: 30_000,
  },
})
