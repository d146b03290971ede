import { expect, onTestFinished, test } from 'vitest'
import { openHeard } from '../../db/heard.ts'
import { newFolder, openLogIn } from '../support/record.ts'

test('when a PC heard its hall is known while the disk takes nothing, and is written down once it does', () => {
  const { db } = openLogIn(newFolder(onTestFinished), 'counter-1')
  onTestFinished(() => void db.close())
  const heard = openHeard(db)
  heard.keep(1_000_000)
  db.pragma('query_only = ON')
  heard.keep(2_000_000)
  expect(heard.at()).toBe(2_000_000)
  expect(openHeard(db).at()).toBe(1_000_000)
  db.pragma('query_only = OFF')
  heard.keep(2_000_001)
  expect(openHeard(db).at()).toBe(2_000_001)
})
