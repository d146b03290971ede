import { EventEmitter } from 'node:events'

/** One end of a channel. It can be moved to a page or to a utility process; then `send` carries what arrives. */
export class MessagePortMain extends EventEmitter {
  readonly #queue: unknown[] = []
  #peer: MessagePortMain | undefined
  #isStarted = false
  #isClosed = false
  #send: ((data: unknown) => void) | undefined

  static pair(): [MessagePortMain, MessagePortMain] {
    const [one, other] = [new MessagePortMain(), new MessagePortMain()]
    one.#peer = other
    other.#peer = one
    return [one, other]
  }

  postMessage(data: unknown): void {
    // JSON stands in for the structured clone, so that nothing else gets used to passing.
    if (!this.#isClosed) this.#peer?.deliver(JSON.parse(JSON.stringify(data)))
  }
  start(): void {
    this.#isStarted = true
    for (const data of this.#queue.splice(0)) this.emit('message', { data, ports: [] })
  }
  close(): void {
    if (this.#isClosed || !this.#peer) return
    const peer = this.#peer
    this.#isClosed = peer.#isClosed = true
    queueMicrotask(() => {
      this.emit('close')
      peer.emit('close')
    })
  }
  deliver(data: unknown): void {
    if (this.#send) this.#send(data)
    else if (this.#isStarted) this.emit('message', { data, ports: [] })
    else this.#queue.push(data)
  }
  moveTo(send: (data: unknown) => void): void {
    this.#send = send
    for (const data of this.#queue.splice(0)) send(data)
  }
  /** What the moved end posts. */
  postFromAfar(data: unknown): void {
    if (!this.#isClosed) this.#peer?.deliver(data)
  }
}

/** Electron's `MessageChannelMain`. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain
  constructor() {
    ;[this.port1, this.port2] = MessagePortMain.pair()
  }
}

/** What is said about a moved port. */
export type PortMessage = { port: number; data?: unknown; closed?: true }

/** The ports that were moved to one remote place. */
export class RemotePorts {
  readonly #ports = new Map<number, MessagePortMain>()
  readonly #send: (message: PortMessage) => void
  #next = 1

  constructor(send: (message: PortMessage) => void) {
    this.#send = send
  }
  adopt(port: MessagePortMain): number {
    const id = this.#next++
    this.#ports.set(id, port)
    port.moveTo((data) => this.#send({ port: id, data }))
    port.once('close', () => {
      this.#ports.delete(id)
      this.#send({ port: id, closed: true })
    })
    return id
  }
  receive({ port, data, closed }: PortMessage): void {
    const moved = this.#ports.get(port)
    if (closed) moved?.close()
    else moved?.postFromAfar(data)
  }
  closeAll(): void {
    for (const port of this.#ports.values()) port.close()
    this.#ports.clear()
  }
}
