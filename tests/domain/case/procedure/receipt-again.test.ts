import { beforeEach, describe, expect, test } from 'vitest'
import type { CaseCommandOf } from '../../../../domain/case/case.ts'
import type { Command } from '../../../../domain/hall.ts'
import { paperOf } from '../../../../domain/paper/paper-of.ts'
import { certificate, permit, shortPermit } from '../../../support/petition-kinds.ts'
import { moment, openPetition, written, type Petition } from '../../../support/petition.ts'

/** 오접수를 바로잡아 다시 접수함: the time of the receipt is the citizen's (민원처리법 제19조 제1항), whatever the clerk's slip was. */

let petition: Petition
beforeEach(() => {
  petition = openPetition('2026-03-10 09:10')
  petition.receives(permit)
  petition.on('2026-03-10 16:00')
})

const voids: CaseCommandOf<'voidCase'> = {
  type: 'voidCase',
  case: 'k',
  reason: '다른 민원으로 접수함',
  approvedBy: 'chief',
}
const again = (more: Partial<CaseCommandOf<'receiveCase'>> = {}): Command =>
  petition.receipt(certificate, { case: 'l', replaces: 'k', ...more })
const refusal = (command: Command, machine = 'counter-1') => petition.floor.refusal(machine, command)

describe('a receipt that takes the place of a voided one', () => {
  test('has its time for the clock, and bears when it was entered', () => {
    petition.floor.does('counter-1', voids, again())
    expect(petition.of('l').received).toMatchObject({
      at: moment('2026-03-10 09:10'),
      enteredAt: moment('2026-03-10 16:00'),
      replaces: { case: 'k', receiptNo: '2026-01-00001' },
    })
    expect(petition.due('l')).toBe('2026-03-10 13:10')
    expect(written(petition.of('l').received.promised)).toBe('2026-03-10 13:10')
  })

  test('is said in the register, on the receipt slip and in the view of the case', () => {
    petition.floor.does('counter-1', voids, petition.receipt(shortPermit, { case: 'l', replaces: 'k' }))
    const rows = petition.floor.sees('supervisor', {
      of: 'register',
      first: '2026-03-10',
      last: '2026-03-10',
      which: 'petitions',
    })?.rows
    expect(rows?.find((r) => r.case === 'l')?.remarks).toContainEqual({ what: 'replaces', text: '2026-01-00001' })
    const slip = paperOf('receiptSlip', petition.floor.seat('counter-1'), petition.of('l'))
    expect(JSON.stringify(slip)).toContain('2026-01-00001')
    const seen = petition.floor.sees('counter-1', { of: 'case', case: 'l' })
    expect(seen?.procedure.replaces).toBe('2026-01-00001')
  })

  test('is offered at the counter once its own was voided, until it is there', () => {
    const offered = () => petition.floor.sees('counter-1', { of: 'counter' }).voided.map((v) => v.case)
    expect(offered()).toEqual([])
    petition.floor.does('counter-1', voids)
    expect(offered()).toEqual(['k'])
    expect(petition.floor.sees('counter-2', { of: 'counter' }).voided).toEqual([])
    petition.floor.does('counter-1', again())
    expect(offered()).toEqual([])
  })

  test('is of one that was voided at this counter on the day of its receipt, and once', () => {
    expect(refusal(again())).toBe('notReplaceable')
    petition.floor.does('counter-1', voids)
    expect(refusal(again({ replaces: 'none' }))).toBe('notReplaceable')
    expect(refusal(again(), 'counter-2')).toBe('notReplaceable')
    expect(refusal(again())).toBe('allowed')
    petition.floor.does('counter-1', again())
    expect(refusal(again({ case: 'm' }))).toBe('notReplaceable')
  })

  test('is not possible on a later day', () => {
    petition.floor.does('counter-1', voids)
    petition.on('2026-03-11 09:00')
    expect(refusal(again())).toBe('notReplaceable')
  })

  test('may be voided and received again in its turn: the first time stays', () => {
    petition.floor.does('counter-1', voids, again(), { ...voids, case: 'l' })
    petition.on('2026-03-10 16:30').floor.does('counter-1', again({ case: 'm', replaces: 'l' }))
    expect(petition.of('m').received.at).toBe(moment('2026-03-10 09:10'))
  })

  test('bears no other earlier time beside', () => {
    petition.floor.does('counter-1', voids)
    const doneAt = moment('2026-03-10 08:00')
    expect(refusal(again({ doneAt, provisionalNo: '임시-1' }))).toBe('notReplaceable')
  })

  test('is due by its own time already before it is received', () => {
    petition.floor.does('counter-1', voids)
    const due = petition.floor.sees('counter-1', { of: 'receiptDue', code: certificate.code, replaces: 'k' })
    expect(written(due?.dueAt)).toBe('2026-03-10 13:10')
  })
})
