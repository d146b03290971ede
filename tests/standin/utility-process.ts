import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { type MessagePortMain, type PortMessage, RemotePorts } from './ports.ts'
import { state, trace, utilities } from './state.ts'

type ForkOptions = { env?: NodeJS.ProcessEnv; serviceName?: string; stdio?: 'inherit' | 'ignore' }
type FromChild = PortMessage | { message: unknown }

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess
  readonly #ports = new RemotePorts((message) => this.#send(message))
  readonly name: string
  pid: number | undefined

  constructor(path: string, args: string[], { env = process.env, stdio = 'inherit', serviceName }: ForkOptions) {
    super()
    this.name = serviceName ?? 'Node Utility Process'
    this.#child = fork(path, args, {
      env,
      execArgv: [
        // Electron's own choice for these processes.
        '--unhandled-rejections=warn-with-error-code',
        ...['--disable-warning=ExperimentalWarning', '--import', import.meta.resolve('./utility-child.ts')],
      ],
      stdio: ['ignore', stdio, stdio, 'ipc'],
      // Messages are cloned as Electron does it: bytes stay bytes.
      serialization: 'advanced',
    })
    this.pid = this.#child.pid
    utilities.add(this)
    this.#child.on('spawn', () => this.emit('spawn'))
    this.#child.on('message', (message) => this.#receive(message as FromChild))
    // A message that meets a child on its way out is lost, as in Electron; its exit is what counts.
    this.#child.on('error', (error) => trace('utility process', error.message))
    this.#child.on('exit', (code, signal) => this.#exited(code ?? 1, signal))
  }

  postMessage(message: unknown, ports: MessagePortMain[] = []): void {
    this.#send({ message, ports: ports.map((port) => this.#ports.adopt(port)) })
  }
  kill(): boolean {
    return this.#child.kill()
  }

  #send(message: Serializable): void {
    if (this.#child.connected) this.#child.send(message)
  }
  #receive(message: FromChild): void {
    if ('port' in message) this.#ports.receive(message)
    else this.emit('message', message.message)
  }
  #exited(code: number, signal: NodeJS.Signals | null): void {
    // So V8 ends what it cannot go on with. Without a listener an 'error' is one of this process.
    if (signal === 'SIGABRT') this.emit('error', 'FatalError', 'standin', '{}')
    utilities.delete(this)
    this.pid = undefined
    this.#ports.closeAll()
    this.emit('exit', code)
  }
}

/** Electron's `utilityProcess`: a child of Node that has a `process.parentPort`. */
export const utilityProcess = {
  fork(path: string, args: string[] = [], options: ForkOptions = {}): UtilityProcess {
    if (!state.ready) throw new Error('utilityProcess cannot be created before app is ready.')
    return new UtilityProcess(path, args, options)
  },
}
