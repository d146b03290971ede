import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { readManual } from '../../db/manual-folder.ts'
import { writeManual } from '../support/manual.ts'

const closed = vi.hoisted(() => ({ folder: '' }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const readdirSync = (path: string, ...more: never[]) => {
    // Rights bind no root, as whom a test may run.
    if (path === closed.folder)
      throw Object.assign(new Error(`EACCES: permission denied, scandir '${path}'`), { code: 'EACCES' })
    return fs.readdirSync(path, ...more)
  }
  return { ...fs, readdirSync }
})

test.each(['kinds', 'documents'])('a manual whose folder %s may not be read has that as its fault', (inside) => {
  const folder = writeManual(onTestFinished)
  closed.folder = join(folder, inside)
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
