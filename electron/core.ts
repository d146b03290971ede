import { ownCopies } from '../db/copies/copies.ts'
import { diagnostics, keepDiagnostics } from '../db/diagnostics.ts'
import { dataKeyIn } from '../db/keys/data-key.ts'
import { serveDesk } from '../domain/desk-wire.ts'
import { copyLeaver } from './copy-leaver.ts'
import { openCore } from './desk-core.ts'
import { findHalls } from './find-halls.ts'
import type { HallLink } from './hall-link.ts'
import { pairByFile } from './invitation-file.ts'
import { KeyMessage, ToCore, type ToShell } from './messages.ts'
import { endOnRejections } from './rejections.ts'
import { Settings } from './settings.ts'

// Entry of the utility process: the only place where the core meets Electron's ports.
const settings = Settings.parse(JSON.parse(process.argv.at(-1) ?? '{}'))
keepDiagnostics({ data: settings.dataFolder, name: settings.machine })
endOnRejections()
process.on('uncaughtExceptionMonitor', (error) => diagnostics.error('the core fell', error))

/** Milliseconds for the last copy. With those below they are fewer than the shell waits (`coreMayTake`). */
const copyMay = 8_000

/** Milliseconds for leaving the last copy with the hall; what does not get there goes with the next one. */
const lastMay = 10_000

/** Milliseconds between looks whether there is a copy to leave. */
const leaveRhythm = 10 * 60_000

type Said = Electron.MessageEvent

const say = (message: ToShell) => process.parentPort.postMessage(message)
let hear = begin

process.parentPort.on('message', (said) => hear(said))

/** Nothing is opened before the shell has said the key; it says that first. */
function begin({ data }: Said): void {
  const key = dataKeyIn(KeyMessage.safeParse(data).data?.key ?? '')
  if (!key) return stopped('failed', 'the shell gave no key')
  const opened = openCore({ ...settings, key })
  if ('wrong' in opened) return stopped(opened.refused, opened.wrong)
  const core = opened
  diagnostics.info('the core is open', { machine: settings.machine, node: process.version })
  const newest = () => ownCopies(settings.dataFolder, settings.machine)[0]
  const leave = copyLeaver({ send: core.link.leaveCopy, newest })
  setInterval(() => void leave(), leaveRhythm)
  void goOnLine(core.link)
  core.printing.speak(say)
  core.pdfs.speak(say)

  hear = ({ data: message, ports: [port] }) => {
    const asked = ToCore.safeParse(message).data
    if (asked === 'attach' && port) return attach(port)
    if (asked === 'stop') return void stop()
    if (asked === 'lock') return core.session.lock()
    if (typeof asked !== 'object') return
    if ('idle' in asked) return core.session.idle(asked.idle * 1000)
    if ('page' in asked) {
      const html = core.papers.page(asked.token)
      return say({ page: asked.page, ...(html !== undefined && { html }) })
    }
    core.printing.hear(asked)
    core.pdfs.hear(asked)
  }

  /** What was written since the last copy is copied first. */
  async function stop(): Promise<void> {
    diagnostics.info('the core ends')
    core.link.close()
    await core.kept.copies.makeLast(copyMay)
    await Promise.race([leave(true), new Promise((go) => setTimeout(go, lastMay))])
    core.close()
    process.exit(0)
  }

  function attach(port: Electron.MessagePortMain): void {
    const serving = serveDesk(core.desk, (tell) => port.postMessage(tell))
    port.on('message', (event) => {
      try {
        serving.hear(event.data)
      } catch (error) {
        diagnostics.error('a question could not be answered', error)
      }
    })
    port.on('close', serving.close)
    port.start()
  }
}

/** An invitation on the command line is used by a PC without a hall; one that is paired goes on its line as it is. */
async function goOnLine(link: HallLink): Promise<void> {
  link.seek(findHalls)
  link.open()
  if (settings.invitation === undefined || (link.isPaired() && !link.barred())) return
  const { machine, invitation } = settings
  const missed = await pairByFile(invitation, { machine, pairBy: link.pairBy })
  if (missed) diagnostics.warn('not paired', { why: missed.why }, undefined, missed.told)
}

/** Says why to the shell, whose window shows it, and waits to be ended. */
function stopped(why: Extract<ToShell, { stopped: unknown }>['stopped'], detail: string): void {
  diagnostics.info('the core cannot work', { why })
  console.error(detail)
  say({ stopped: why, detail })
  hear = ({ data }) => void (data === 'stop' && process.exit(3))
}
