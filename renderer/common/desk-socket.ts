import { deskOver } from '../../domain/desk-wire.ts'
import type { Desk } from '../../domain/desk.ts'
import { jsonIn } from '../../domain/json-in.ts'
import type { Link } from './desk-port.ts'

const firstWait = 500
const longestWait = 10_000

/** The same desk over a socket to the hall, for the pages of boards and kiosks. It tries again for ever. */
export function deskOnSocket(tell: (link: Link) => void, address = ownAddress()): Desk {
  let socket: WebSocket | undefined
  let wait = firstWait
  let since: number | undefined
  const side = deskOver((ask) => socket?.send(JSON.stringify(ask)))
  const lose = () => {
    side.lost()
    since ??= Date.now()
    tell({ state: 'lost', since })
    window.setTimeout(open, wait * (0.75 + Math.random() / 2))
    wait = Math.min(wait * 2, longestWait)
  }
  const open = () => {
    const next = new WebSocket(address)
    next.addEventListener('open', () => {
      socket = next
      wait = firstWait
      since = undefined
      side.found()
      tell({ state: 'up' })
    })
    next.addEventListener('message', (e: MessageEvent<unknown>) => side.hear(jsonIn(String(e.data))))
    next.addEventListener('close', () => {
      socket = undefined
      lose()
    })
  }
  side.lost()
  tell({ state: 'opening' })
  open()
  return side.desk
}

const ownAddress = (): string =>
  `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/desk`
