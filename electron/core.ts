import { serveDesk } from '../domain/desk-wire.ts'
import { openCore } from './desk-core.ts'
import { keepLine } from './line.ts'
import { Settings } from './settings.ts'

// Entry of the utility process: the only place where the core meets Electron's ports.
const settings = Settings.parse(JSON.parse(process.argv.at(-1) ?? '{}'))
const core = openCore(settings)
if ('wrong' in core) {
  console.error(core.wrong)
  process.exit(3)
}
const line = keepLine(settings.hall, core.end)

process.parentPort.on('message', ({ data, ports }) => {
  const [port] = ports
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
