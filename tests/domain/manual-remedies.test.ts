import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

/** What the shipped manual tells of 불복 is what the program then does. */

const folders = ['kinds', 'more-kinds', 'examples/gangmaru/kinds']
const shipped = folders.flatMap((folder) => {
  const path = join(import.meta.dirname, '../../manual', folder)
  return readdirSync(path).map((file) => ({
    file: `${folder}/${file}`,
    kind: parse(readFileSync(join(path, file), 'utf8')) as { appeal: string },
  }))
})

test('no kind offers an objection to papers that are given back, for that is no refusal (시행령 제25조, 법 제35조)', () => {
  expect(shipped.length).toBeGreaterThan(260)
  expect(shipped.filter(({ kind }) => kind.appeal.includes('반려')).map(({ file }) => file)).toEqual([])
})
