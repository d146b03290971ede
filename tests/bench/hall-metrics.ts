import type { Hall } from '../support/hall.ts'

/** What a hall measures of itself, by name. */
export async function metricsOf(hall: Hall): Promise<{ [name: string]: number }> {
  const text = await (await fetch(`${hall.address}/metrics`)).text()
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]),
  )
}
