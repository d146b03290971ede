import { openCore } from '../../electron/desk-core.ts'
import { keepLine } from '../../electron/line.ts'
import { testKey } from '../support/record.ts'

// The other 17 counters of a measured hall, in a process of their own; says when all are on the line.
const [hall = '', folder = ''] = process.argv.slice(2)
let online = 0
for (let number = 2; number <= 18; number++) {
  const core = openCore({ machine: `counter-${number}`, dataFolder: `${folder}/counter-${number}`, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  keepLine(hall, core.end)
  let isCounted = false
  core.desk.watch({ of: 'counter' }, (view) => {
    if (isCounted || view.line.state !== 'online' || view.hallName === '') return
    isCounted = true
    if (++online === 17) process.send?.('online')
  })
}
process.on('disconnect', () => process.exit(0))
