import { expect, test } from 'vitest'
import { dataHome } from '../../electron/data-home.ts'

const start = {
  platform: 'win32',
  isNamed: false,
  localAppData: String.raw`C:\Users\desk\AppData\Local`,
  name: 'Changgu',
} as const

test('on Windows the data of a PC lie where they stay on this computer', () => {
  expect(dataHome(start)).toBe(String.raw`C:\Users\desk\AppData\Local\Changgu`)
})

test('a folder that the start names is kept, and so is the usual one elsewhere', () => {
  expect(dataHome({ ...start, isNamed: true })).toBeUndefined()
  expect(dataHome({ ...start, platform: 'linux' })).toBeUndefined()
  expect(dataHome({ ...start, localAppData: undefined })).toBeUndefined()
  expect(dataHome({ ...start, localAppData: '' })).toBeUndefined()
})
