import { deskOver, type Ask } from '../../domain/desk-wire.ts'
import type { Desk } from '../../domain/desk.ts'

/** Whether the page reaches its PC (or, for a board or kiosk, the hall). */
export type Link = { state: 'opening' } | { state: 'up' } | { state: 'lost'; since: number }

const firstPatience = 15_000
const beat = 4000
const missesAllowed = 2

/**
 * The desk of this PC, over the port that the preload hands to the page. A port does not say that its other end
 * died, so a small question goes out every few seconds; a core that answers again, or a new port, is taken up.
 */
export function deskOnPort(tell: (link: Link) => void): Desk {
  let port: MessagePort | undefined
  let isUp = false
  let unanswered = 0
  const side = deskOver((ask) => port?.postMessage(ask))
  const lose = () => {
    if (isUp) side.lost()
    isUp = false
    tell({ state: 'lost', since: Date.now() })
  }
  const find = () => {
    unanswered = 0
    if (isUp) return
    isUp = true
    side.found()
    tell({ state: 'up' })
  }
  const take = (next: MessagePort) => {
    port?.close()
    port = next
    isUp = false
    next.addEventListener('message', (e: MessageEvent<unknown>) => {
      if (port !== next) return
      find()
      side.hear(e.data)
    })
    next.start()
    find()
  }
  side.lost()
  tell({ state: 'opening' })
  window.addEventListener('message', (e: MessageEvent<unknown>) => {
    if (e.source !== window || e.origin !== window.location.origin) return
    const [handed] = e.ports
    if (e.data === 'changgu:port' && handed) take(handed)
  })
  window.postMessage('changgu:ready', window.location.origin)
  window.setTimeout(() => port ?? lose(), firstPatience)
  window.setInterval(() => {
    if (!port) return
    if (isUp && unanswered >= missesAllowed) lose()
    unanswered += 1
    port.postMessage(knock)
  }, beat)
  return side.desk
}

/** Its number is none of the desk's own, so its answer settles nothing but that there was one. */
const knock: Ask = { id: -1, do: 'view', question: { of: 'setup' } }
