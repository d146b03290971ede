import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'
import type { Dice } from '../simulation/dice.ts'

/** How a line is slow: milliseconds that every byte is late, bytes of a second, and how many of a hundred packets are lost. */
type Slowness = { latency: number; rate: number; loss: number }

/** Of a lost packet the sender hears nothing, and sends it again after this: the shortest wait of TCP on Linux. */
const again = 200
const packet = 1400

/**
 * The network between a counter and the hall, as a proxy of ours: it can be cut, fall silent without an end, be slow and
 * lose packets. What is lost comes later, as TCP brings it.
 */
export class Wire {
  readonly #server: Server
  readonly #dice: Dice
  readonly #pairs = new Set<[Socket, Socket]>()
  readonly #to: () => number
  readonly #changed: (is: 'down' | 'up') => void
  #state: 'through' | 'cut' | 'silent' = 'through'
  #slowness: Slowness | undefined
  /** How many connections it has let through. */
  taken = 0

  private constructor(to: () => number, dice: Dice, changed: (is: 'down' | 'up') => void) {
    this.#to = to
    this.#dice = dice
    this.#changed = changed
    this.#server = createServer((socket) => this.#take(socket))
  }

  /**
   * Stands between; `to` is the port of the hall, asked at every connection, `host` an address of this machine. `changed`
   * hears whether anything comes through.
   */
  static async open(to: () => number, dice: Dice, host: string, changed: (is: 'down' | 'up') => void): Promise<Wire> {
    const wire = new Wire(to, dice, changed)
    wire.#server.listen(0, host)
    await once(wire.#server, 'listening')
    return wire
  }

  get address(): string {
    const { address, port } = this.#server.address() as AddressInfo
    return `wss://${address}:${port}`
  }

  #take(near: Socket): void {
    near.on('error', () => near.destroy())
    if (this.#state === 'cut') return void near.resetAndDestroy()
    this.taken += 1
    const far = connect(this.#to(), '127.0.0.1')
    const pair: [Socket, Socket] = [near, far]
    this.#pairs.add(pair)
    const end = () => {
      this.#pairs.delete(pair)
      near.destroy()
      far.destroy()
    }
    far.on('error', end).on('close', end)
    near.on('close', end)
    near.pipe(this.#passage()).pipe(far)
    far.pipe(this.#passage()).pipe(near)
  }

  /** One direction of a connection, packet by packet. A byte never overtakes another, however late it is. */
  #passage(): Transform {
    let freeAt = 0
    const passage: Transform = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        if (this.#state === 'silent') return done()
        const slow = this.#slowness
        if (!slow) return done(null, chunk)
        const now = performance.now()
        let left = Math.ceil(chunk.length / packet)
        for (let at = 0; at < chunk.length; at += packet) {
          const part = chunk.subarray(at, at + packet)
          const waits = this.#dice.below(100) < slow.loss ? again : 0
          freeAt = Math.max(now + slow.latency, freeAt) + (part.length / slow.rate) * 1000 + waits
          setTimeout(() => {
            if (this.#state !== 'silent') passage.push(part)
            left -= 1
            if (left === 0) done()
          }, freeAt - now)
        }
      },
    })
    return passage
  }

  /** Every connection falls at once, and none comes up. */
  cut(): void {
    this.#state = 'cut'
    this.#changed('down')
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy()
  }

  /** Half-open: connections stand, and what is sent on them arrives nowhere. */
  fallSilent(): void {
    this.#state = 'silent'
    this.#changed('down')
  }

  slow(how: Slowness): void {
    this.#slowness = how
  }

  mend(): void {
    // What stood while nothing arrived has lost its place: no side of it can go on.
    if (this.#state === 'silent') for (const pair of this.#pairs) for (const socket of pair) socket.destroy()
    this.#state = 'through'
    this.#slowness = undefined
    this.#changed('up')
  }

  close(): void {
    this.cut()
    this.#server.close()
  }
}
