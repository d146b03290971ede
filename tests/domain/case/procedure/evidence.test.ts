import { describe, expect, test } from 'vitest'
import { permit } from '../../../support/petition-kinds.ts'
import { moment, openPetition, tells, type Act, type Petition } from '../../../support/petition.ts'

/** 민원이 아닌 신청, 첨부, 본인정보: 민원처리법 제2조·제8조의2·제10조의2 and its decree. */

function at(text: string): Petition {
  const petition = openPetition(text)
  petition.receives(permit)
  return petition
}
const milestones = (petition: Petition) => petition.view.procedure.milestones.map((m) => m.what)

describe('what is no petition', () => {
  test('begins no case, but its ground stays on record with the clerk and the time, and names nobody', () => {
    const { floor } = openPetition('2026-03-10 09:30')
    floor.does('counter-1', { type: 'recordNonPetition', record: 'r1', ground: 'unknownPerson', kind: permit.code })
    expect(floor.hall.cases.size).toBe(0)
    expect(floor.last('nonPetitionRecorded')).toEqual({
      type: 'nonPetitionRecorded',
      at: floor.now,
      by: { machine: 'counter-1', clerk: 'clerk' },
      record: 'r1',
      ground: 'unknownPerson',
      kind: permit.code,
    })
    expect(floor.sees('supervisor', { of: 'duties' })?.nonPetitions).toMatchObject([
      { ground: 'unknownPerson', kind: '7일 허가', at: floor.now, clerk: '담당자' },
    ])
  })

  test('is said at a counter by somebody, and counts once', () => {
    const { floor } = openPetition('2026-03-10 14:00')
    const says = { type: 'recordNonPetition', record: 'r1', ground: 'contract' } as const
    expect(floor.refusal('supervisor', says)).toBe('notForThisMachine')
    floor.hears(...floor.does('counter-1', says))
    expect(floor.hall.nonPetitions).toHaveLength(1)
    floor.does('counter-1', { type: 'signOut' })
    expect(floor.refusal('counter-1', { ...says, record: 'r2' })).toBe('nobodySignedIn')
  })

  test('is seen by the supervisor for thirty days', () => {
    const { floor } = openPetition('2026-03-10 14:00')
    floor.does('counter-1', { type: 'recordNonPetition', record: 'r1', ground: 'agency' })
    floor.now = moment('2026-04-08 09:00')
    expect(floor.sees('supervisor', { of: 'duties' })?.nonPetitions).toHaveLength(1)
    floor.now = moment('2026-04-09 09:00')
    expect(floor.sees('supervisor', { of: 'duties' })?.nonPetitions).toHaveLength(0)
  })
})

describe('an attachment that cannot be read', () => {
  const fails: Act = { type: 'reportAttachment', cause: 'unreadable', document: 'd1', note: '파일이 깨짐' }
  const offers = (nth = 1): Act => ({ type: 'tellAlternatives', nth, told: 'phone', ways: ['visit', 'fax'] })

  test('is to be told at once with other ways, until it was', () => {
    const petition = at('2026-03-10 10:00')
    expect(petition.refusal(offers())).toBe('nothingToTell')
    petition.does(fails)
    expect(petition.view.procedure.attachments).toEqual([
      { nth: 1, at: petition.floor.now, cause: 'unreadable', document: '신청서', note: '파일이 깨짐' },
    ])
    petition.on('2026-03-10 10:01')
    expect(petition.view.procedure.milestones).toContainEqual({
      what: 'tellAlternatives',
      at: moment('2026-03-10 10:00'),
      over: true,
    })
    petition.on('2026-03-10 10:02').does(offers())
    expect(milestones(petition)).not.toContain('tellAlternatives')
    expect(petition.view.procedure.attachments[0]?.told).toMatchObject({
      at: moment('2026-03-10 10:02'),
      told: 'phone',
      ways: ['visit', 'fax'],
    })
    expect(petition.refusal(offers())).toBe('nothingToTell')
    expect(JSON.stringify(petition.floor.events)).not.toContain('깨짐')
  })

  test('may also be kept out by the system; its document is one of the kind', () => {
    const petition = at('2026-03-10 14:00')
    expect(petition.refusal({ ...fails, document: 'd9' })).toBe('documentUnknown')
    expect(petition.refusal({ type: 'reportAttachment', cause: 'systemDown' })).toBe('allowed')
  })

  test('is told by e-mail only with consent, and not before it happened', () => {
    const petition = at('2026-03-10 10:00')
    petition.on('2026-03-10 11:00').does(fails)
    expect(petition.refusal({ ...offers(), told: 'email' } as Act)).toBe('emailNeedsConsent')
    expect(petition.refusal({ ...offers(), doneAt: moment('2026-03-10 10:30') } as Act)).toBe('doneOutOfOrder')
  })
})

describe('the own data of the citizen', () => {
  const demands: Act = { type: 'demandOwnData', item: '장애인증명서', holder: '보건복지부', proof: 'idCheck' }
  const answers = (more = {}): Act => ({ type: 'recordOwnData', nth: 1, result: 'received', ...more })
  const tellsRefusal: Act = { type: 'tellOwnDataRefusal', nth: 1, told: 'phone' }

  test('are demanded with their sort, their holder and the proof; what they are is kept apart', () => {
    const petition = at('2026-03-10 10:30')
    petition.does(demands)
    expect(petition.on('2026-03-10 10:31').does(answers())).toMatchObject([{ type: 'ownDataAnswered' }])
    expect(petition.view.procedure.ownData).toMatchObject([
      { item: '장애인증명서', holder: '보건복지부', proof: 'idCheck', answer: { result: 'received' } },
    ])
    expect(JSON.stringify(petition.floor.events)).not.toMatch(/장애인|복지부/)
    expect(petition.refusal(answers())).toBe('ownDataUnknown')
    expect(petition.refusal(tellsRefusal)).toBe('nothingToTell')
  })

  test('that the holder refuses: the reason is told to the citizen without delay', () => {
    const petition = at('2026-03-10 10:30')
    expect(petition.refusal(answers())).toBe('ownDataUnknown')
    petition.does(demands)
    expect(petition.refusal(answers({ result: 'refused' }))).toBe('holderReasonMissing')
    petition.on('2026-03-10 10:45').does(answers({ result: 'refused', reason: '동의가 확인되지 않음' }))
    expect(milestones(petition)).toContain('tellOwnDataRefusal')
    petition.on('2026-03-10 10:47').does(tellsRefusal)
    expect(milestones(petition)).not.toContain('tellOwnDataRefusal')
    expect(petition.view.procedure.ownData[0]).toMatchObject({
      answer: { reason: '동의가 확인되지 않음' },
      told: { told: 'phone', at: moment('2026-03-10 10:47') },
    })
    expect(petition.refusal(tellsRefusal)).toBe('nothingToTell')
  })

  test('are demanded before the decision, and a refusal is still told after the end', () => {
    const petition = at('2026-03-10 10:30')
    petition.does(demands, answers({ result: 'refused', reason: '자료 없음' }))
    petition.grants()
    expect(petition.refusal(demands)).toBe('alreadyDecided')
    petition.does(tells)
    petition.handsOver()
    expect(petition.refusal(tellsRefusal)).toBe('allowed')
  })
})
