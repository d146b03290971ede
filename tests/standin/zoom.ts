import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.ts'

/** Electron keeps the size of pages by their host, in the preferences of the user-data folder. */
const file = (): string => join(app.getPath('userData'), 'standin-zoom.json')

function kept(): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file(), 'utf8')) as Record<string, number>
  } catch {
    return {}
  }
}

export const zoomOf = (url: string): number => kept()[new URL(url).host] ?? 1

export const keepZoom = (url: string, factor: number): void =>
  writeFileSync(file(), JSON.stringify({ ...kept(), [new URL(url).host]: factor }))

/** What a page of that size sees of its window, in the words of the DevTools protocol. */
export const zoomed = (width: number, height: number, factor: number): object => ({
  width: Math.round(width / factor),
  height: Math.round(height / factor),
  deviceScaleFactor: factor,
  mobile: false,
})
