import { join } from 'node:path'
import { messageOf } from '../../db/files/message-of.ts'
import type { Outcome } from '../../domain/desk.ts'
import type { Core } from '../../electron/desk-core.ts'
import { keepCompiled } from '../../server/compiled.ts'
import type { FromCounter, ToCounter } from './counter-messages.ts'

// The core of a counter in a process of its own, driven by messages: what the utility process is under Electron, without
// its windows. `node counter-process.ts <machine> <data folder>`
keepCompiled()
const { openCore } = await import('../../electron/desk-core.ts')
const { testKey } = await import('../support/record.ts')
const [machine = '', dataFolder = ''] = process.argv.slice(2)
const say = (message: FromCounter): void => void process.send?.(message)

const opened = openCore({ machine, dataFolder, key: testKey })
if ('wrong' in opened) {
  say({ say: 'stopped', why: opened.refused, detail: opened.wrong })
} else {
  begin(opened)
}

function begin(core: Core): void {
  const { link, desk, kept, printing } = core
  const { log } = kept
  desk.watch({ of: 'setup' }, ({ line, ready }) =>
    say({
      say: 'sees',
      ready,
      barred: line.barred?.why,
      awaited: line.awaited?.length,
      at: Date.now(),
      coming: line.editions?.length ?? 0,
      sight: {
        state: line.state,
        unsent: line.unsent,
        hallSeq: log.lastHallSeq(),
        own: log.lastOriginSeq(machine),
        since: line.state === 'offline' ? line.since : undefined,
      },
      copies: kept.copies.status(),
      recovery: kept.recovery()?.found,
    }),
  )
  /** What the window program, which is not here, was told to print last. */
  let toPrint: string | undefined
  printing.speak((message) => void ('print' in message && (toPrint = message.print)))
  process.on('message', (message: ToCounter) => void hear(message))
  process.on('disconnect', () => process.exit(0))
  say({ say: 'open', file: join(dataFolder, `${machine}.db`) })

  async function hear(message: ToCounter): Promise<void> {
    switch (message.do) {
      case 'submit': {
        const from = log.lastOriginSeq(machine) + 1
        const outcome = desk.submit(message.command)
        // A counter decides what is its own at once, and what it asks of the hall is no entry of its own.
        const to = log.lastOriginSeq(machine)
        return say({ say: 'answer', id: message.id, outcome: await told(outcome), wrote: { from, to } })
      }
      case 'view':
        return say({ say: 'view', id: message.id, view: await desk.view(message.question).catch(() => undefined) })
      case 'pair':
        return say({ say: 'answer', id: message.id, outcome: await told(link.pairBy(message.invitation)) })
      case 'copy':
        return say({ say: 'view', id: message.id, view: await kept.copies.make('always') })
      case 'printed': {
        const job = toPrint
        toPrint = undefined
        if (job !== undefined) {
          printing.hear({ job, pdf: new Uint8Array(message.bytes) })
          printing.hear({ job, printed: true })
        }
        return say({ say: 'view', id: message.id, view: job !== undefined })
      }
      case 'goTo':
        link.moveTo(message.address)
        return link.open()
      case 'stop':
        core.close()
        process.exit(0)
    }
  }
}

/** A desk that throws is a fault of its own, and no answer. */
const told = (outcome: Promise<Outcome>): Promise<Outcome | { threw: string }> =>
  outcome.catch((error: unknown) => ({ threw: messageOf(error) }))
