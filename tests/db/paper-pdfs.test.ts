import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../db/open.ts'
import { openPaperPdfs } from '../../db/paper-pdfs.ts'
import { newFolder, driverKey } from '../support/record.ts'

test('a PC keeps the first PDF of a paper, with its hash, and still has it after it was closed', () => {
  const file = join(newFolder(onTestFinished), 'counter-1.db')
  const open = () => {
    const opened = openDatabase(file, 'counter-1', driverKey)
    if ('refused' in opened) throw new Error(opened.refused)
    return opened.db
  }
  const first = open()
  const pdfs = openPaperPdfs(first)
  pdfs.keep('c', 'p', new TextEncoder().encode('first'), 1)
  pdfs.keep('c', 'p', new TextEncoder().encode('second'), 2)
  first.close()
  const again = open()
  expect(openPaperPdfs(again).get('c', 'p')).toEqual({
    madeAt: 1,
    pdf: Buffer.from('first'),
    sha256: 'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e',
  })
  expect(openPaperPdfs(again).get('c', 'q')).toBeUndefined()
  again.close()
})
