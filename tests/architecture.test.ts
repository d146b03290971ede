import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { folderOf, isImpure, isRelative, namedIn } from './support/imports.ts'

/** Which packages each folder may import, beside the folders that its tsconfig.json references. */
const mayImport: { readonly [folder: string]: RegExp } = {
  domain: /^(feelin|zod)$/,
  sync: /^zod$/,
  db: /^(node:|better-sqlite3$|csv-(parse|stringify)\/sync$|fflate$|hash-wasm$|js-yaml$|pino$|(read|write)-excel-file\/node$|liquidjs$|yaml$|zod$)/,
  server: /^(node:|bonjour-service$|prom-client$|qr$|receiptline$|ws$|zod$)/,
  electron: /^(node:|bonjour-service$|electron$|qr$|ws$|zod$)/,
  renderer: /^(react|react-dom|zustand|zod|qr$|pretendard|signature_pad$|react-aria-components)/,
}
const filesOf = (folder: string) => globSync(`${folder}/**/*.{ts,tsx}`)

const named = (folder: string) =>
  filesOf(folder).flatMap((file) => namedIn(readFileSync(file, 'utf8')).map((name) => ({ file, name })))

test.each(Object.entries(mayImport))('%s imports only what it may', (folder, allowed) => {
  const wrong = named(folder).filter(({ name }) => !isRelative(name) && !allowed.test(name))
  expect(wrong).toEqual([])
})

test.each(Object.keys(mayImport))('%s names files only of folders that its tsconfig.json references', (folder) => {
  const config = JSON.parse(readFileSync(`${folder}/tsconfig.json`, 'utf8')) as { references: { path: string }[] }
  const open = new Set([folder, ...config.references.map(({ path }) => path.replace('../', ''))])
  const isClosed = (other: string) => other in mayImport && !open.has(other)
  expect(named(folder).filter(({ file, name }) => isRelative(name) && isClosed(folderOf(file, name)))).toEqual([])
})

test.each(['domain', 'sync'])('%s reads no clock and rolls no dice: time is an argument', (folder) => {
  expect(filesOf(folder).filter((file) => isImpure(readFileSync(file, 'utf8')))).toEqual([])
})

test('an import of any form is seen, and an address or a path beside the file', () => {
  const text = [
    "import { a } from 'a'\nexport * from '../b/b.ts'\nimport 'c/c.css'\nconst d = await import('../d/d.ts')",
    "new URL('../server/e.ts', import.meta.url)\nnew URL(`../f${'.ts'}`, import.meta.url)\njoin(import.meta.dirname, '../g')",
  ].join('\n')
  expect(namedIn(text).toSorted()).toEqual(
    ["../f${'.ts'}", '../b/b.ts', '../d/d.ts', '../g', '../server/e.ts', 'a', 'c/c.css'].toSorted(),
  )
  expect(folderOf('db/search/x.ts', '../../server/e.ts')).toBe('server')
  expect(folderOf('db/x.ts', './e.ts')).toBe('db')
})

test('a clock is seen in every form, and a day that is given is none', () => {
  const clocks = [
    'new Date()',
    'new Date',
    'new Date( )',
    'Date()',
    'Date.now()',
    'performance.now()',
    'setTimeout(f, 1)',
  ]
  expect(clocks.filter((text) => !isImpure(`const x = ${text}\n`))).toEqual([])
  expect(['new Date(at)', 'new Date(2026, 1)', 'startDate(at)', 'x: Date'].filter(isImpure)).toEqual([])
})

const folders = [...Object.keys(mayImport), 'build', 'manual', 'tests'].join()
const files = globSync(`{${folders}}/**/*.{ts,tsx,mjs,css}`)

test('no object is written into another to be spread: the compiler would not look at the names in it', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').includes('.'.repeat(3) + '{'))).toEqual([])
})

test('no file is longer than 300 lines', () => {
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)).toEqual([])
})
