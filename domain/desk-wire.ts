import { z } from 'zod'
import {
  PcCommand,
  publicCommands,
  publicQuestions,
  Question,
  type Desk,
  type Outcome,
  type Stop,
  type ViewOf,
} from './desk.ts'
import type { Hit } from './find/find.ts'
import { Command } from './hall.ts'

/** The desk as plain messages, for a port or a socket: both ends, and neither knows what carries them. */

const id = z.int()
export const Ask = z.discriminatedUnion('do', [
  z.strictObject({ id, do: z.literal('submit'), command: z.union([Command, PcCommand]) }),
  z.strictObject({ id, do: z.literal('view'), question: Question }),
  z.strictObject({ id, do: z.literal('watch'), question: Question }),
  z.strictObject({ id, do: z.literal('stop'), watch: id }),
  z.strictObject({ id, do: z.literal('find'), text: z.string().max(200) }),
])
export type Ask = z.infer<typeof Ask>

/** What comes back. An answer that is `undefined` may lose its key on the way. */
export const Tell = z.union([
  z.strictObject({ id, failed: z.string() }),
  z.strictObject({ watch: id, view: z.unknown().optional() }),
  z.strictObject({ id, answer: z.unknown().optional() }),
])
export type Tell = z.infer<typeof Tell>

type Serving = { hear: (message: unknown) => void; close: () => void }

/** The serving side: asks in, tells out. `audience` 'public' lets through only what a board or kiosk may ask. */
export function serveDesk(desk: Desk, send: (tell: Tell) => void, audience: 'staff' | 'public' = 'staff'): Serving {
  const watches = new Map<number, Stop>()
  const reply = (to: number, promise: Promise<unknown>) => {
    promise.then(
      (answer) => send({ id: to, answer }),
      (error: unknown) => send({ id: to, failed: error instanceof Error ? error.message : 'failed' }),
    )
  }
  const hear = (message: unknown): void => {
    const ask = Ask.safeParse(message).data
    if (!ask) return refuse(message, send)
    if (audience === 'public' && !isPublic(ask)) return send({ id: ask.id, failed: 'notPublic' })
    switch (ask.do) {
      case 'submit':
        return reply(ask.id, desk.submit(ask.command))
      case 'view':
        return reply(ask.id, desk.view(ask.question))
      case 'find':
        return reply(ask.id, desk.find(ask.text))
      case 'watch': {
        watches.get(ask.id)?.()
        watches.set(
          ask.id,
          desk.watch(ask.question, (view) => send({ watch: ask.id, view })),
        )
        return
      }
      case 'stop':
        watches.get(ask.watch)?.()
        watches.delete(ask.watch)
    }
  }
  const close = (): void => {
    for (const stop of watches.values()) stop()
    watches.clear()
  }
  return { hear, close }
}

/** A message that is none of ours is answered if it can be, so that its asker does not wait for ever. */
function refuse(message: unknown, send: (tell: Tell) => void): void {
  const asker = z.object({ id }).safeParse(message).data
  if (asker) send({ id: asker.id, failed: 'malformed' })
}

function isPublic(ask: Ask): boolean {
  if (ask.do === 'submit') return publicCommands.some((type) => type === ask.command.type)
  if (ask.do === 'view' || ask.do === 'watch') return publicQuestions.includes(ask.question.of)
  return ask.do === 'stop'
}

type Asking = {
  desk: Desk
  hear: (message: unknown) => void
  /** The way is gone: what was submitted is answered 'unreachable', what was asked waits. */
  lost: () => void
  /** There is a way again: every question still open is asked anew; no command ever is. */
  found: () => void
}

type Open = { ask: Ask; settle: (answer: unknown) => void; fail: (error: Error) => void }

/** The asking side: a desk whose questions go out by `send`. */
export function deskOver(send: (ask: Ask) => void): Asking {
  const open = new Map<number, Open>()
  const watches = new Map<number, { ask: Ask; listener: (view: unknown) => void }>()
  let last = 0
  let hasWay = true
  const post = (ask: Ask) => {
    if (hasWay) send(ask)
  }
  const request = (ask: Ask): Promise<unknown> =>
    new Promise((settle, fail) => {
      open.set(ask.id, { ask, settle, fail })
      post(ask)
    })
  const desk: Desk = {
    submit: async (command) =>
      hasWay ? ((await request({ id: ++last, do: 'submit', command })) as Outcome) : 'unreachable',
    view: async <Q extends Question>(question: Q) => (await request({ id: ++last, do: 'view', question })) as ViewOf<Q>,
    find: async (text) => (await request({ id: ++last, do: 'find', text })) as Hit[],
    watch: <Q extends Question>(question: Q, listener: (view: ViewOf<Q>) => void) => {
      const ask: Ask = { id: ++last, do: 'watch', question }
      watches.set(ask.id, { ask, listener: (view) => listener(view as ViewOf<Q>) })
      post(ask)
      return () => {
        if (watches.delete(ask.id)) post({ id: ++last, do: 'stop', watch: ask.id })
      }
    },
  }
  const hear = (message: unknown): void => {
    const tell = Tell.safeParse(message).data
    if (!tell) return
    if ('watch' in tell) return watches.get(tell.watch)?.listener(tell.view)
    const waiting = open.get(tell.id)
    open.delete(tell.id)
    if ('failed' in tell) waiting?.fail(new Error(tell.failed))
    else waiting?.settle(tell.answer)
  }
  const lost = (): void => {
    hasWay = false
    for (const [key, { ask, settle }] of open) {
      if (ask.do !== 'submit') continue
      open.delete(key)
      settle('unreachable')
    }
  }
  const found = (): void => {
    hasWay = true
    for (const { ask } of watches.values()) send(ask)
    for (const { ask } of open.values()) send(ask)
  }
  return { desk, hear, lost, found }
}
