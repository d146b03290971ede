import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newFolder } from '../support/record.ts'

test('a checkout that is reached through a link is built as any other', () => {
  const folder = realpathSync(newFolder(onTestFinished))
  const own = join(folder, 'own')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(own, path)), { recursive: true })
    writeFileSync(join(own, path), text)
  }
  const scripts = join(import.meta.dirname, '../../build')
  cpSync(scripts, join(own, 'build'), { recursive: true, filter: (path) => path === scripts || path.endsWith('.mjs') })
  write('package.json', '{ "type": "module" }')
  write('node_modules/vite/bin/vite.js', 'module.exports = undefined')
  write('node_modules/vite/package.json', '{}')
  const fonts = 'node_modules/pretendard/dist/public/static/alternative'
  for (const name of ['Regular', 'Bold']) write(`${fonts}/Pretendard-${name}.ttf`, '')
  symlinkSync(own, join(folder, 'link'))
  execFileSync(process.execPath, [join(folder, 'link/build/build.mjs')])
  expect(existsSync(join(own, 'dist/sources.sha256'))).toBe(true)
})
