import { openCore } from '../../electron/desk-core.ts'
import { invitation } from '../support/paired.ts'
import { testKey } from '../support/record.ts'

// The other 17 counters of a measured hall, in a process of their own; says when all are on the line. `hall` is its data folder.
const [hall = '', folder = ''] = process.argv.slice(2)
let online = 0
for (let number = 2; number <= 18; number++) {
  const core = openCore({ machine: `counter-${number}`, dataFolder: `${folder}/counter-${number}`, key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  // One after the other, as they are paired in a hall.
  // oxlint-disable-next-line no-await-in-loop
  await core.link.pairBy(await invitation(hall, `counter-${number}`))
  core.link.open()
  let isCounted = false
  core.desk.watch({ of: 'counter' }, (view) => {
    if (isCounted || view.line.state !== 'online' || view.hallName === '') return
    isCounted = true
    if (++online === 17) process.send?.('online')
  })
}
process.on('disconnect', () => process.exit(0))
