import { timed } from './row.ts'
import type { FromParty, Parties, Party, Round, ToParty } from './turns.ts'

// One who takes part, in a process of its own: `node turns-party.ts <file of the parties> <name> <folder>`.

const [file = '', name = '', folder = ''] = process.argv.slice(2)
const say = (message: FromParty) => process.send?.(message)
let party: Party | { missing: string } = { missing: `nobody is called ${name}` }
let run: Round = () => {}

async function hear(message: ToParty): Promise<void> {
  if (message === 'begin') {
    const { parties } = (await import(file)) as { parties: Parties }
    party = (await parties[name]?.(folder)) ?? party
    return void say('missing' in party ? party : 'ready')
  }
  if ('missing' in party) return
  if (message === 'stop') {
    await party.stop()
    process.exit(0)
  }
  if (message === 'run') return void say({ took: await timed(run) })
  run = await party.round(message.prepare)
  say('ready')
}

process.on('message', (message: ToParty) => void hear(message))
process.on('disconnect', () => process.exit(1))
