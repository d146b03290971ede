import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readManual } from '../../../db/manual/manual-folder.ts'
import { writeManual } from '../../support/manual.ts'

/** Rights bind no root, as whom a test may run: the folder is closed in `node:fs` itself. */
function close(closed: string): void {
  const { readdirSync } = fs
  const put = (reads: typeof readdirSync) => {
    fs.readdirSync = reads
    syncBuiltinESMExports()
  }
  put(((path: string, ...more: never[]) => {
    if (path === closed)
      throw Object.assign(new Error(`EACCES: permission denied, scandir '${path}'`), { code: 'EACCES' })
    return readdirSync(path, ...more)
  }) as typeof readdirSync)
  onTestFinished(() => put(readdirSync))
}

test.each(['kinds', 'documents'])('a manual whose folder %s may not be read has that as its fault', (inside) => {
  const folder = writeManual(onTestFinished)
  close(join(folder, inside))
  const read = readManual(folder)
  const faults = 'faults' in read ? read.faults : []
  expect(faults).toContainEqual({
    file: inside,
    field: '',
    problem: 'folderClosed',
    ko: '폴더를 읽을 수 없습니다(EACCES). 이 계정에 읽기 권한을 주세요.',
    en: 'The folder cannot be read (EACCES). Let this account read it.',
  })
  expect(faults.map(({ problem }) => problem)).not.toContain('noKinds')
})
