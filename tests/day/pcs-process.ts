import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { messageOf } from '../../db/files/message-of.ts'
import { openRecord } from '../../domain/record/record.ts'
import { hallToJson } from '../../domain/state.ts'
import type { Core } from '../../electron/desk-core.ts'
import { keepCompiled } from '../../server/compiled.ts'
import type { FromPcs, ToPcs } from './pcs-messages.ts'

// The cores of several PCs in one process, driven by messages: what their utility processes are under Electron.
keepCompiled()
const { openCore } = await import('../../electron/desk-core.ts')
const { testKey } = await import('../support/record.ts')
const [folder = ''] = process.argv.slice(2)
const cores = new Map<string, Core>()
const say = (message: FromPcs): void => void process.send?.(message)

process.on('disconnect', () => process.exit(0))
process.on('message', (message: ToPcs) => {
  const { id } = message
  hear(message).then(
    (answer) => say({ id, answer }),
    (error: unknown) => say({ id, failed: messageOf(error) }),
  )
})

async function hear(message: ToPcs): Promise<unknown> {
  switch (message.do) {
    case 'open':
      return open(message.machine, message.invitation)
    case 'submit':
      return coreOf(message.machine).desk.submit(message.command)
    case 'view':
      return coreOf(message.machine).desk.view(message.question)
    case 'standing':
      return standing(coreOf(message.machine))
    case 'rss':
      // The collector comes now and then by itself; what is left after it is what a process keeps.
      globalThis.gc?.()
      return process.memoryUsage().rss
    case 'stop':
      for (const core of cores.values()) core.close()
      process.exit(0)
  }
}

async function open(machine: string, invitation: string): Promise<unknown> {
  const core = openCore({ machine, dataFolder: join(folder, machine), key: testKey })
  if ('wrong' in core) throw new Error(core.wrong)
  cores.set(machine, core)
  const outcome = await core.link.pairBy(invitation)
  core.link.open()
  return outcome
}

function coreOf(machine: string): Core {
  const core = cores.get(machine)
  if (!core) throw new Error(`no ${machine} here`)
  return core
}

/** How the record of a PC stands: its state as a hash, what is unsent, and the last close of a day in it. */
function standing({ kept }: Core) {
  const closed = [...kept.log.after({ hallSeq: 0, ownSeq: 0 })]
    .map((e) => e.event)
    .findLast((e) => e.type === 'dayClosed')
  return {
    hash: createHash('sha256')
      .update(hallToJson(openRecord(kept.log).hall))
      .digest('hex'),
    unsent: kept.log.countPending(),
    expired: closed?.type === 'dayClosed' ? closed.expired : [],
    tickets: closed?.type === 'dayClosed' ? closed.tickets : [],
  }
}
