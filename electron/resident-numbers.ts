import { formOf } from '../domain/case/form-values.ts'
import { isMasked, isResidentNumber, readSealed } from '../domain/case/resident-number.ts'
import type { Command, PcRefusal } from '../domain/hall.ts'
import type { FormField } from '../domain/manual/form.ts'
import type { Kind } from '../domain/manual/manual.ts'
import type { FormValues } from '../domain/record/private.ts'
import type { Record } from '../domain/record/record.ts'
import { numberSeal, type NumberSeal } from './number-seal.ts'

/** How long a number stays open after its unmasking is on record. */
export const openFor = 60_000

type Surroundings = {
  /** The number key of the hall; absent until this PC is paired. */
  key(): string | undefined
  record(): Pick<Record, 'hall' | 'privates'>
  kindOf(edition: number | undefined, code: string): Kind | undefined
  clerk(): string | undefined
  now(): number
}

/** 주민등록번호 at the border of the core: sealed before a command is decided, opened only after that is on record. */
export function residentNumbers({ key, record, kindOf, clerk, now }: Surroundings) {
  const opened = new Map<string, { clerk: string | undefined; until: number }>()
  let seal: { key: string; of: NumberSeal } | undefined

  function sealNow(): NumberSeal | undefined {
    const given = key()
    if (given === undefined) return undefined
    if (seal?.key !== given) seal = { key: given, of: numberSeal(given) }
    return seal.of
  }

  /** The values with their numbers sealed; a mask stands for the number that the form has already. */
  function sealedForm(fields: readonly FormField[], form: FormValues, former: FormValues): FormValues | undefined {
    const values = { ...form }
    for (const { id, type } of fields) {
      const value = values[id]
      if (type !== 'residentNo' || value === undefined) continue
      const had = former[id]
      if (isMasked(value) && had !== undefined && readSealed(had)?.masked === value) values[id] = had
      if (!isResidentNumber(value)) continue
      const of = sealNow()
      if (!of) return undefined
      values[id] = of.seal(value)
    }
    return values
  }

  const fieldsOf = (id: string): { fields: readonly FormField[]; former: FormValues } => {
    const known = record().hall.cases.get(id)
    const fields = known && kindOf(known.received.edition, known.received.kind)?.form.fields
    return { fields: fields ?? [], former: known ? formOf(known, record().privates.get(id) ?? {}) : {} }
  }

  const valueOf = (id: string, field: string): string | undefined => fieldsOf(id).former[field]

  return {
    /** The command as it may be decided and kept. */
    sealedIn(command: Command): Command | { refused: PcRefusal } {
      switch (command.type) {
        case 'receiveCase': {
          if (!command.form) return command
          const form = sealedForm(kindOf(undefined, command.kind)?.form.fields ?? [], command.form, {})
          return form ? { ...command, form } : { refused: 'numberKeyMissing' }
        }
        case 'fillForm': {
          const { fields, former } = fieldsOf(command.case)
          const form = sealedForm(fields, command.form, former)
          return form ? { ...command, form } : { refused: 'numberKeyMissing' }
        }
        case 'correctField': {
          const { fields, former } = fieldsOf(command.case)
          const form = sealedForm(fields, { [command.field]: command.value }, former)
          return form ? { ...command, value: form[command.field] ?? '' } : { refused: 'numberKeyMissing' }
        }
        default:
          return command
      }
    },
    /** That somebody wants to see a number is on record: it is open for a minute. */
    open(id: string, field: string): void {
      opened.set(JSON.stringify([id, field]), { clerk: clerk(), until: now() + openFor })
    },
    /** The number of a field, for who has had it opened; undefined for anyone else, and after its time. */
    shown(id: string, field: string): string | undefined {
      const open = opened.get(JSON.stringify([id, field]))
      if (!open || open.clerk === undefined || open.clerk !== clerk() || now() > open.until) return undefined
      return sealNow()?.open(valueOf(id, field) ?? '')
    },
    /** By which a number is found again without opening any. */
    indexOf: (number: string): string | undefined => sealNow()?.index(number),
  }
}
export type ResidentNumbers = ReturnType<typeof residentNumbers>
