import type { Command } from '../../domain/hall.ts'
import type { SlipView } from '../../domain/views/view-public.ts'
import type { openKiosk } from '../support/core.ts'

type Open = () => ReturnType<typeof openKiosk>

/** A kiosk: when its socket is lost it opens another, and the same touch is sent again, which gives no second ticket. */
export class Door {
  readonly #open: Open
  #now: ReturnType<Open> | undefined

  constructor(open: Open) {
    this.#open = open
  }

  async press(command: Command): Promise<'done' | 'refused'> {
    for (;;) {
      // oxlint-disable no-await-in-loop -- one try after the other
      const { desk } = await this.#socket()
      const outcome = await desk.submit(command)
      if (outcome === 'done') return 'done'
      if (outcome !== 'unreachable') return 'refused'
      await new Promise((go) => setTimeout(go, 500))
      // oxlint-enable no-await-in-loop
    }
  }

  async slip(touch: string): Promise<SlipView | undefined> {
    const { desk } = await this.#socket()
    return desk.view({ of: 'slip', touch })
  }

  async #socket(): ReturnType<Open> {
    const known = await this.#now
    if (known && known.socket.readyState === known.socket.OPEN) return known
    this.#now = this.#open()
    return this.#now
  }
}
