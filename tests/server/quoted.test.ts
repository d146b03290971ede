import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { quoted } from '../../server/quoted.ts'
import { changgu } from '../support/changgu.ts'
import { writeManual } from '../support/manual.ts'
import { newFolder } from '../support/record.ts'

test.each([
  ['linux', '/var/lib/changgu/hall', '/var/lib/changgu/hall'],
  ['linux', '/srv/민원실/hall', '/srv/민원실/hall'],
  ['linux', '/srv/my hall', "'/srv/my hall'"],
  ['linux', "/srv/the hall's", String.raw`'/srv/the hall'\''s'`],
  ['linux', '/srv/$HOME', "'/srv/$HOME'"],
  ['linux', '', "''"],
  ['win32', 'D:\\changgu\\hall', 'D:\\changgu\\hall'],
  ['win32', 'D:\\my hall', '"D:\\my hall"'],
  ['win32', 'D:\\my hall\\', '"D:\\my hall\\\\"'],
] as const)('on %s %s is typed as %s', (platform, word, typed) => {
  expect(quoted(word, platform)).toBe(typed)
})

test('a command that is told can be typed as it stands, also where the path has blanks', () => {
  const folder = join(newFolder(onTestFinished), 'our manual')
  cpSync(writeManual(onTestFinished, { 'hall.yaml': (text) => text.replace('number: 2', 'number: 1') }), folder, {
    recursive: true,
  })
  expect(changgu('manual', 'diff', folder, folder).stderr).toContain(
    `See: npm run changgu -- manual check ${quoted(folder)} (`,
  )
  expect(quoted(folder)).toMatch(/^['"].* .*['"]$/)
})
