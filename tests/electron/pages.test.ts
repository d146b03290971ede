import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { isOwnPage, paperUrl, servePages } from '../../electron/pages.ts'

const token = 'a'.repeat(64)

function pages() {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-pages-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'index.html'), '<p>page</p>')
  const serve = servePages(folder, (asked) => Promise.resolve(asked === token ? '<p>paper</p>' : undefined))
  return (url: string) => serve(new Request(url))
}

test('a paper comes with a policy of its own: no script, no request, only in a frame of the app', async () => {
  const answer = await pages()(paperUrl(token))
  expect(await answer.text()).toBe('<p>paper</p>')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("frame-ancestors 'self'")
  expect(policy).not.toMatch(/script-src|connect-src|unsafe-eval/)
})

test('the pages of the app may show a paper in a frame and nothing else, and are shown in none', async () => {
  const policy = (await pages()('app://changgu/index.html')).headers.get('content-security-policy') ?? ''
  expect(policy).toContain("frame-src 'self'")
  expect(policy).toContain("frame-ancestors 'none'")
})

test('an unknown paper, a name that is none, and a file outside are not found', async () => {
  const get = pages()
  for (const url of [paperUrl('b'.repeat(64)), paperUrl(''), 'app://changgu/%2e%2e/x', `app://other/paper/${token}`])
    expect((await get(url)).status).toBe(404)
})

test('only a page of the app is one of its own: no other address, no name that begins alike, no frame that is gone', () => {
  expect(['app://changgu/counter/index.html', paperUrl(token)].every(isOwnPage)).toBe(true)
  for (const url of ['https://changgu/x', 'app://changgu.other/x', 'app://other/changgu', 'about:blank', '', undefined])
    expect(isOwnPage(url)).toBe(false)
})
