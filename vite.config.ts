import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

const root = import.meta.dirname
const native = ['electron', 'better-sqlite3']

/** One page for each folder of the renderer that has an index.html. */
function pages(): Record<string, string> {
  const folders = readdirSync(join(root, 'renderer')).filter((name) =>
    existsSync(join(root, 'renderer', name, 'index.html')),
  )
  return Object.fromEntries(folders.map((name) => [name, join(root, 'renderer', name, 'index.html')]))
}

/** A bundle that Node or Electron loads: everything inside but what is native. */
function bundle(folder: string, entries: string[], format: 'es' | 'cjs'): EnvironmentOptions {
  const extension = format === 'es' ? 'js' : 'cjs'
  return {
    consumer: 'server',
    resolve: { noExternal: true, external: native },
    build: {
      outDir: join(root, 'dist', folder),
      emptyOutDir: format === 'es',
      target: 'node24',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries.map((entry) => join(root, entry)),
        external: [...native, /^node:/],
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunk-[hash].${extension}` },
      },
    },
  }
}

export default defineConfig({
  root: join(root, 'renderer'),
  plugins: [react()],
  builder: {},
  environments: {
    client: {
      build: {
        outDir: join(root, 'dist/renderer'),
        emptyOutDir: true,
        target: 'chrome150',
        assetsInlineLimit: 0,
        rolldownOptions: { input: pages() },
      },
    },
    shell: bundle(
      'electron',
      [
        ...['electron/main.ts', 'electron/core.ts', 'electron/register-writer.ts', 'electron/find-halls-thread.ts'],
        ...['db/copies/copy-worker.ts', 'db/manual/table-thread.ts', 'db/manual/pack-thread.ts'],
      ],
      'es',
    ),
    preload: bundle('electron', ['electron/preload/preload.ts'], 'cjs'),
  },
})
