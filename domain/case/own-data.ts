import { z } from 'zod'
import { Text } from '../actor.ts'
import { OwnData } from '../record/private.ts'
import type { Instant } from '../time.ts'
import { ofAct, ofCase } from './act.ts'
import type { ActOf, CaseRefusal, Happening } from './case-context.ts'
import type { Case, CaseEvent, Done } from './case.ts'
import { Channel } from './procedure.ts'

/**
 * 본인정보 공동이용 (민원처리법 제10조의2, 시행령 제7조의3): the citizen demands that the holder gives the citizen's own data to
 * the office. Which data and whose they are is kept apart.
 */

/** How the citizen was proven to be the one: e-government method, fingerprint, or a check of the card's authenticity. */
export const OwnDataProof = z.enum(['eGov', 'fingerprint', 'idCheck'])
export type OwnDataProof = z.infer<typeof OwnDataProof>
export const OwnDataResult = z.enum(['received', 'refused'])
export type OwnDataResult = z.infer<typeof OwnDataResult>

const nth = z.int().min(1)

export const ownDataCommands = [
  z.strictObject({ ...ofCase, type: z.literal('demandOwnData'), ...OwnData.shape, proof: OwnDataProof }),
  z.strictObject({ ...ofCase, type: z.literal('recordOwnData'), nth, result: OwnDataResult, reason: Text.optional() }),
  z.strictObject({ ...ofCase, type: z.literal('tellOwnDataRefusal'), nth, told: Channel }),
] as const
export const ownDataEvents = [
  z.strictObject({ ...ofAct, type: z.literal('ownDataDemanded'), nth, proof: OwnDataProof }),
  z.strictObject({ ...ofAct, type: z.literal('ownDataAnswered'), nth, result: OwnDataResult }),
  z.strictObject({ ...ofAct, type: z.literal('ownDataRefusalTold'), nth, told: Channel }),
] as const

type OwnDataCommand = z.infer<(typeof ownDataCommands)[number]>
type Place = { tenure: number; act: number }

/** A demand of own data: what came of it, and whether a refusal was told. */
export type OwnDataDemand = Place & {
  at: Instant
  proof: OwnDataProof
  answer?: Done & Place & { result: OwnDataResult }
  told?: Done & { told: Channel }
}

/** What an act about own data would be. */
export function ownDataHappening(
  known: Case,
  command: OwnDataCommand,
  act: ActOf,
): Happening | { refused: CaseRefusal } {
  switch (command.type) {
    case 'demandOwnData': {
      const { item, holder, proof } = command
      const event = { ...act, type: 'ownDataDemanded', nth: (known.ownData?.length ?? 0) + 1, proof } as const
      return { event, private: { ownData: { item, holder } } }
    }
    case 'recordOwnData': {
      const { result, reason } = command
      // A refusal is told to the citizen with its reason, so that it has one.
      if (result === 'refused' && reason === undefined) return { refused: 'holderReasonMissing' }
      const event = { ...act, type: 'ownDataAnswered', nth: command.nth, result } as const
      return reason === undefined ? { event } : { event, private: { reasons: reason } }
    }
    case 'tellOwnDataRefusal':
      return { event: { ...act, type: 'ownDataRefusalTold', nth: command.nth, told: command.told } }
  }
}

/** Whether the state of a case forbids an act about own data. */
export function unlawfulOwnData(known: Case, event: CaseEvent): CaseRefusal | undefined {
  switch (event.type) {
    case 'ownDataDemanded':
      return known.decision ? 'alreadyDecided' : undefined
    case 'ownDataAnswered': {
      const one = known.ownData?.[event.nth - 1]
      return !one || one.answer ? 'ownDataUnknown' : undefined
    }
    case 'ownDataRefusalTold': {
      const one = known.ownData?.[event.nth - 1]
      return one?.answer?.result !== 'refused' || one.told ? 'nothingToTell' : undefined
    }
    default:
      return undefined
  }
}

/** Takes an act about own data into the case. */
export function takeOwnData(known: Case, event: CaseEvent): void {
  if (event.type === 'ownDataDemanded') {
    const { at, proof, tenure, act } = event
    known.ownData = [...(known.ownData ?? []), { at, proof, tenure, act }]
    return
  }
  if (event.type !== 'ownDataAnswered' && event.type !== 'ownDataRefusalTold') return
  const one = known.ownData?.[event.nth - 1]
  if (!one) return
  const { at, by, tenure, act } = event
  if (event.type === 'ownDataAnswered') one.answer = { at, by, tenure, act, result: event.result }
  else one.told = { at, by, told: event.told }
}
