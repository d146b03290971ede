import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { electronBinary } from '../../build/electron-binary.mjs'
import { newFolder } from '../support/record.ts'

test('Electron is there once all of it has come: half a download is none', () => {
  const folder = newFolder(onTestFinished)
  expect(electronBinary(folder)).toBeUndefined()
  mkdirSync(join(folder, 'dist'))
  expect(electronBinary(folder)).toBeUndefined()
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' } as const
  const { platform } = process
  const binary = join(folder, 'dist', platform === 'darwin' || platform === 'win32' ? names[platform] : 'electron')
  mkdirSync(dirname(binary), { recursive: true })
  writeFileSync(binary, '')
  expect(electronBinary(folder)).toBeUndefined()
  writeFileSync(join(folder, 'path.txt'), 'electron')
  expect(electronBinary(folder)).toBe(binary)
})
