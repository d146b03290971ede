import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { startHall } from '../support/hall.ts'
import type { Figures, Row } from './row.ts'

export const starts: readonly Row[] = [{ name: 'start to interactive', measure: start }]

/** From the start of a counter that has run before to its list of clerks, ready for the keyboard; five starts. */
async function start(folder: string): Promise<Figures> {
  const { launchWindow } = await import('../support/launch.ts')
  const hall = await startHall()
  const times: number[] = []
  for (let i = 0; i < 6; i++)
    times.push(
      await untilReady(() => launchWindow({ role: 'counter', hall: hall.socket, dataFolder: join(folder, 'pc') })),
    )
  await hall.stop()
  const again = times.slice(1).toSorted((a, b) => a - b)
  return { median: Math.round(again[2] ?? 0), slowest: Math.round(again[4] ?? 0) }
}

async function untilReady(launch: () => Promise<{ page: Page; app: ElectronApplication }>): Promise<number> {
  const from = performance.now()
  const { page, app } = await launch()
  await page.getByRole('listbox').waitFor()
  const took = performance.now() - from
  await app.close()
  return took
}
