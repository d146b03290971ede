import { dataKeyIn } from '../db/data-key.ts'
import { serveDesk } from '../domain/desk-wire.ts'
import { openCore } from './desk-core.ts'
import { keepLine } from './line.ts'
import { KeyMessage, ToCore, type ToShell } from './messages.ts'
import { Settings } from './settings.ts'

// Entry of the utility process: the only place where the core meets Electron's ports.
const settings = Settings.parse(JSON.parse(process.argv.at(-1) ?? '{}'))
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
  const line = keepLine(settings.hall, core.end)
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
    line.close()
    await core.kept.copies.make()
    core.close()
    process.exit(0)
  }

  function attach(port: Electron.MessagePortMain): void {
    const serving = serveDesk(core.desk, (tell) => port.postMessage(tell))
    port.on('message', (event) => {
      try {
        serving.hear(event.data)
      } catch (error) {
        console.error(`a question could not be answered: ${error instanceof Error ? error.message : String(error)}`)
      }
    })
    port.on('close', serving.close)
    port.start()
  }
}

/** Says why to the shell, whose window shows it, and waits to be ended. */
function stopped(why: Extract<ToShell, { stopped: unknown }>['stopped'], detail: string): void {
  console.error(detail)
  say({ stopped: why, detail })
  hear = ({ data }) => void (data === 'stop' && process.exit(3))
}
