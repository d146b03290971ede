import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { messageOf } from '../../db/files/message-of.ts'
import { chosen, flag, names, optionsOf, refuse } from '../support/options.ts'
import { bootstrap } from './bootstrap.ts'
import { calls } from './call-next.ts'
import { catchUp } from './catch-up.ts'
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
import { inWords, tableOf } from './table.ts'

/** `npm run bench [-- --json | --markdown] [--only name]…`: one row for each measurement, times in milliseconds. */
const program = 'npm run bench'
const { json, markdown, only } = optionsOf(program, {
  only: names('the rows alone that have this in their name; may be given again'),
  json: flag('a line of JSON for each row'),
  markdown: flag('a table for each row'),
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
const which = chosen(rows, only)
if ('refused' in which) refuse(program, which.refused)
const machine = machineNow()
let missed = 0
for (const row of which.rows) {
  const folder = mkdtempSync(join(tmpdir(), 'changgu-bench-'))
  try {
    tell(row, await row.measure(folder))
  } catch (error) {
    missed += 1
    tell(row, { failed: messageOf(error) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
if (markdown) console.log(`\n${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, ${machine}.`)
process.exit(missed > 0 ? 1 : 0)

function tell(row: Row, figures: Figures): void {
  const goals = judged(figures, row.goals)
  const told = goals.map(({ goal, isMet }) => ({ goal, isMet }))
  if (json) return console.log(JSON.stringify({ name: row.name, ...figures, goals: told, machine }))
  const said = Object.entries(figures).map(([name, value]) => `${name} ${value}`)
  const met = goals.map(({ goal, isMet }) => `${goal}: ${inWords(isMet)}`)
  if (markdown) console.log(tableOf(row, figures))
  else console.log([`${row.name}: ${said.join(', ')}`, ...met.map((one) => `  ${one}`)].join('\n'))
}
