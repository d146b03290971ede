// Gives a forked Node process the `process.parentPort` of an Electron utility process.
import { EventEmitter } from 'node:events'
import type { PortMessage } from './ports.ts'

type FromParent = PortMessage | { message: unknown; ports: number[] }

class ChildPort extends EventEmitter {
  readonly #id: number
  readonly #queue: unknown[] = []
  #isStarted = false

  constructor(id: number) {
    super()
    this.#id = id
  }
  postMessage(data: unknown): void {
    process.send?.({ port: this.#id, data })
  }
  start(): void {
    this.#isStarted = true
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] })
  }
  close(): void {
    process.send?.({ port: this.#id, closed: true })
  }
  deliver(data: unknown): void {
    if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#queue.push(data)
  }
}

class ParentPort extends EventEmitter {
  readonly #early: unknown[] = []

  constructor() {
    super()
    this.on('newListener', (name) => {
      if (name === 'message')
        queueMicrotask(() => this.#early.splice(0).forEach((event) => this.emit('message', event)))
    })
  }
  postMessage(message: unknown): void {
    process.send?.({ message })
  }
  deliver(event: unknown): void {
    if (this.listenerCount('message') > 0) this.emit('message', event)
    else this.#early.push(event)
  }
}

const ports = new Map<number, ChildPort>()
const parentPort = new ParentPort()

function adopt(id: number): ChildPort {
  const port = new ChildPort(id)
  ports.set(id, port)
  return port
}

function toPort({ port, data, closed }: PortMessage): void {
  if (!closed) return ports.get(port)?.deliver(data)
  ports.get(port)?.emit('close')
  ports.delete(port)
}

process.on('message', (message: FromParent) => {
  if ('port' in message) toPort(message)
  else parentPort.deliver({ data: message.message, ports: message.ports.map(adopt) })
})
process.on('disconnect', () => process.exit(0))
Object.defineProperty(process, 'parentPort', { value: parentPort })
Object.defineProperty(process, 'type', { value: 'utility' })
