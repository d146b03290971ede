import { coreIn } from './pc.ts'
import { timed } from './row.ts'

/** A process of `history.ts`: a PC that was just paired, from its line to the last of so many entries. */
const [folder = '', machine = '', invitation = '', entries = ''] = process.argv.slice(2)
const core = coreIn(folder, machine)
await core.link.pairBy(invitation)
const took = await timed(async () => {
  core.link.open()
  while (core.kept.log.lastHallSeq() < Number(entries)) await new Promise((go) => setTimeout(go, 20))
})
process.send?.(took)
process.once('disconnect', () => process.exit())
