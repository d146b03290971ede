import type { PcCommand } from '../../domain/desk.ts'
import type { Command } from '../../domain/hall.ts'

/** Acts of one place of a screen, one after another: no press is lost, and a double press is one. */

type Turns = {
  /**
   * Does an act once those before it have ended; it hears whether it had to wait. Undefined for the twin of the last one
   * that is still under way: a double press.
   */
  take: <T>(name: string, act: (hasWaited: boolean) => Promise<T>) => Promise<T> | undefined
}

export function takeTurns(): Turns {
  let last: { name: string; ended: Promise<unknown> } | undefined
  return {
    take(name, act) {
      if (last?.name === name) return undefined
      const running = last ? last.ended.then(() => act(true)) : act(false)
      const ended = running.then(leave, leave)
      const mine = { name, ended }
      function leave(): void {
        if (last === mine) last = undefined
      }
      last = mine
      return running
    },
  }
}

/** What a command begins, and each press of its button names anew. */
const begun: { readonly [type: string]: 'visit' | 'touch' | 'call' | 'proposal' | 'amendment' } = {
  callNext: 'visit',
  callTicket: 'visit',
  takeTicket: 'visit',
  serveWithoutTicket: 'visit',
  takeOverVisit: 'visit',
  issueTicket: 'touch',
  callEmergency: 'call',
  proposeCorrection: 'proposal',
  openAmendment: 'amendment',
}

/** Two presses of one button make the same command but for the name of what they begin. */
export function twinName(command: Command | PcCommand): string {
  const name = begun[command.type]
  return JSON.stringify(name ? { ...command, [name]: 'new' } : command)
}
