import { serveDesk } from '../domain/desk-wire.ts'
import { openCore } from './desk-core.ts'
import { keepLine } from './line.ts'
import { ToCore, type ToShell } from './messages.ts'
import { Settings } from './settings.ts'

// Entry of the utility process: the only place where the core meets Electron's ports.
const settings = Settings.parse(JSON.parse(process.argv.at(-1) ?? '{}'))
const core = openCore(settings)
if ('wrong' in core) {
  console.error(core.wrong)
  process.exit(3)
}
const line = keepLine(settings.hall, core.end)

const say = (message: ToShell) => process.parentPort.postMessage(message)
core.printing.speak(say)
core.pdfs.speak(say)
process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
  const message = ToCore.safeParse(data).data
  if (typeof message === 'object' && 'page' in message) {
    const html = core.papers.page(message.token)
    process.parentPort.postMessage({ page: message.page, ...(html !== undefined && { html }) } satisfies ToShell)
  } else if (typeof message === 'object') {
    core.printing.hear(message)
    core.pdfs.hear(message)
  }
  if (data === 'attach' && port) {
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
  if (data === 'stop') {
    line.close()
    core.close()
    process.exit(0)
  }
})
