import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { catchUp } from './catch-up.ts'
import { calls } from './call-next.ts'
import { bootstrap } from './bootstrap.ts'
import { connections } from './connections.ts'
import { dueDates } from './due-dates.ts'
import { editionRows } from './editions.ts'
import { history } from './history.ts'
import { live } from './live.ts'
import { localActs } from './local-act.ts'
import { memory } from './memory.ts'
import { openRecords } from './open-record.ts'
import { ordinaryHall } from './ordinary-hall.ts'
import { registerRows } from './register.ts'
import { judged, machineNow, type Figures, type Row } from './row.ts'
import { searchRows } from './search.ts'
import { starts } from './start.ts'

/**
 * `npm run bench [-- --json | --markdown] [--only name[,name…]]`: one row for each measurement, times in milliseconds. A
 * name stands for every row that has it in its own.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean' }, markdown: { type: 'boolean' }, only: { type: 'string' } },
})
const rows: readonly Row[] = [
  ...localActs,
  ...ordinaryHall,
  ...calls,
  ...live,
  ...catchUp,
  ...bootstrap,
  ...connections,
  ...history,
  ...memory,
  ...starts,
  ...dueDates,
  ...openRecords,
  ...editionRows,
  ...registerRows,
  ...searchRows,
]
const wanted = values.only
  ?.split(',')
  .map((name) => name.trim())
  .filter((name) => name !== '')
const machine = machineNow()
if (values.markdown) console.log('| row | measured | goal |\n| --- | --- | --- |')
let missed = 0
for (const row of rows) {
  if (wanted && !wanted.some((name) => row.name.includes(name))) continue
  const folder = mkdtempSync(join(tmpdir(), 'changgu-bench-'))
  try {
    tell(row, await row.measure(folder))
  } catch (error) {
    missed += 1
    tell(row, { failed: error instanceof Error ? error.message : String(error) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
if (values.markdown) console.log(`\n${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine}.`)
process.exit(missed > 0 ? 1 : 0)

function tell(row: Row, figures: Figures): void {
  const goals = judged(figures, row.goals)
  if (values.json) return console.log(JSON.stringify({ name: row.name, ...figures, goals, machine }))
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  const met = goals.map(
    ({ goal, isMet }) => `${goal}: ${isMet === undefined ? 'not measured' : isMet ? 'met' : 'MISSED'}`,
  )
  if (values.markdown) console.log(`| ${row.name} | ${said.join(', ')} | ${met.join('; ') || '–'} |`)
  else console.log([`${row.name}: ${said.join(', ')}`, ...met.map((one) => `  ${one}`)].join('\n'))
}
