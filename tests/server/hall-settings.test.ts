import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { HALL } from '../../domain/actor.ts'
import { openHall } from '../../server/hall.ts'
import { writeManual } from '../support/manual.ts'
import { hallKeyIn, newFolder } from '../support/record.ts'

const onEnd = (clean: () => unknown) => onTestFinished(async () => void (await clean()))

/** A hall and its folder, whose hours can be written otherwise. */
function hallWithFolder() {
  const [data, manual] = [newFolder(onEnd), join(newFolder(onEnd), 'manual')]
  cpSync(writeManual(onTestFinished), manual, { recursive: true })
  const file = join(manual, 'hall.yaml')
  const written = readFileSync(file, 'utf8')
  return {
    open: () => openHall(data, manual, hallKeyIn(data), { isRead: false }),
    write: (hours: string, counter = 'counter-2') =>
      writeFileSync(file, written.replace('to: "18:00"', `to: "${hours}"`).replace('counter-2', counter)),
  }
}

function sound(hall: ReturnType<typeof openHall>) {
  if ('wrong' in hall) throw new Error(hall.wrong.join('\n'))
  return hall
}

test('a hall does not open with settings by which nothing would be due, and says what to write', () => {
  const { open, write } = hallWithFolder()
  const reversed = 'hall.yaml:7 hours.to — 시작하기 전에 끝나는 시간입니다: 09:00–08:00.'
  write('08:00')
  expect(open()).toEqual({ wrong: [expect.stringContaining(reversed)] })
  write('18:00')
  sound(open()).close()
  write('08:00')
  expect(open()).toEqual({ wrong: [expect.stringContaining(reversed)] })
})

test('a hall whose record holds such settings opens with them and says so, until its folder says something else', async () => {
  const { open, write } = hallWithFolder()
  const said = vi.spyOn(console, 'error').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  const hall = sound(open())
  const { profile } = hall.end.record.hall
  if (!profile) throw new Error('no profile')
  const [first, second] = profile.counters
  if (!first || !second) throw new Error('no counters')
  const counters = [first, { ...second, id: '창구 2' }]
  const old = { ...profile, counters, hours: { from: '09:00', to: '24:59' } }
  const outcome = hall.end.submit(HALL, { type: 'setUpHall', profile: old }, Date.now())
  hall.turnNow()
  expect(await outcome).toBe('done')
  const entries = hall.end.record.lastHallSeq()
  hall.close()

  write('24:59', '창구 2')
  const again = sound(open())
  expect(again.end.record.lastHallSeq()).toBe(entries)
  again.close()
  const lines = said.mock.calls.map(([line]) => String(line))
  expect(lines).toContainEqual(expect.stringContaining('No day has the time 24:59'))
  expect(lines).toContainEqual(expect.stringContaining('The id 창구 2 cannot name the PC of a counter'))

  write('24:30', '창구 2')
  expect(open()).toMatchObject({ wrong: [expect.stringContaining('창구 2'), expect.stringContaining('24:30')] })
  write('18:00')
  const mended = sound(open())
  expect(mended.end.record.hall.profile?.hours.to).toBe('18:00')
  mended.close()
})
