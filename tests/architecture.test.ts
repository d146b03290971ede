import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

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

test.each(Object.entries(mayImport))('%s imports only what it may', (folder, allowed) => {
  const wrong = filesOf(folder).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/from '([^.'][^']*)'/g)]
      .filter(([, name = '']) => !allowed.test(name))
      .map(([, name]) => `${file} imports ${name}`),
  )
  expect(wrong).toEqual([])
})

test.each(['domain', 'sync'])('%s reads no clock and rolls no dice: time is an argument', (folder) => {
  const impure = /Date\.now|new Date\(\)|Math\.random|randomUUID|getRandomValues|setTimeout|setInterval/
  expect(filesOf(folder).filter((file) => impure.test(readFileSync(file, 'utf8')))).toEqual([])
})

test('no file is longer than 300 lines', () => {
  const folders = [...Object.keys(mayImport), 'build', 'manual', 'tests'].join()
  const files = globSync(`{${folders}}/**/*.{ts,tsx,mjs,css}`)
  expect(files.filter((file) => readFileSync(file, 'utf8').split('\n').length > 301)).toEqual([])
})
