import type { Desk } from '../../domain/desk.ts'
import { deskOver } from '../../domain/desk-wire.ts'

/** Whether the page reaches its PC (or, for a board or kiosk, the hall). */
export type Link = { state: 'opening' } | { state: 'up' } | { state: 'lost'; since: number }

const patience = 15_000

/** The desk of this PC, over the port that the preload hands to the page. A new port after a restart is taken up too. */
export function deskOnPort(tell: (link: Link) => void): Desk {
  let port: MessagePort | undefined
  const side = deskOver((ask) => port?.postMessage(ask))
  const lose = (gone: MessagePort | undefined) => {
    if (gone !== port) return
    port = undefined
    side.lost()
    tell({ state: 'lost', since: Date.now() })
  }
  const take = (next: MessagePort) => {
    port?.close()
    port = next
    next.addEventListener('message', (e: MessageEvent<unknown>) => side.hear(e.data))
    next.addEventListener('close', () => lose(next))
    next.start()
    side.found()
    tell({ state: 'up' })
  }
  side.lost()
  tell({ state: 'opening' })
  window.addEventListener('message', (e: MessageEvent<unknown>) => {
    const [handed] = e.ports
    if (e.source === window && e.origin === window.location.origin && e.data === 'changgu:port' && handed) take(handed)
  })
  window.postMessage('changgu:ready', window.location.origin)
  window.setTimeout(() => lose(undefined), patience)
  return side.desk
}
