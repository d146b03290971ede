import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { decidedBy } from '../../../domain/decided-by.ts'
import { Role } from '../../../domain/manual/manual.ts'
import { permissions, seats, type Permission } from '../../../domain/people/permissions.ts'
import { World } from '../../simulation/world.ts'
import { commandSamples } from '../../support/command-samples.ts'
import {
  allowedAt,
  isNotPermitted,
  permissionsDoc,
  permissionsFile,
  places,
  whoIs,
} from '../../support/permissions-doc.ts'

/** The matrix: each role by each command, with the line and without. */

const squeezed = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter((line) => line !== '')

test('docs/PERMISSIONS.md says what the rules answer', () => {
  expect(squeezed(readFileSync(permissionsFile, 'utf8'))).toEqual(squeezed(permissionsDoc()))
})

describe.each(Role.options)('a person with the role %s alone', (role) => {
  test.each(commandSamples.map((c) => [c.type, c] as const))('may do %s where the table says', (type, command) => {
    const { who, where }: Permission = permissions[type]
    const isFor = who === 'anyone' || (who !== 'hallAlone' && who.includes(role))
    const expected = (['counter', 'supervisorPc'] as const).filter(
      (p) => isFor && (where === 'both' || where === p || (where === 'noCounter' && p !== 'counter')),
    )
    expect(allowedAt(command, whoIs[role])).toEqual(expected)
  })

  test('is answered at once without the line: by the PC what it decides, and that the rest is out of reach', () => {
    const world = new World(1)
    try {
      world.settle()
      const place = seats[role] === 'counter' ? 'counter' : 'supervisorPc'
      const machine = world.machines.find((m) => m.id === places[place])
      if (!machine) throw new Error('no such PC')
      machine.drop(false)
      for (const command of commandSamples) {
        const clerk = machine.record.hall.counters.get(machine.id)?.clerk
        if (clerk === undefined) void machine.end.submit({ type: 'signIn', clerk: whoIs[role] }, world.now())
        const outcome = machine.end.submit(command, world.now())
        const answer = outcome === 'unreachable' ? outcome : isNotPermitted(outcome) ? 'notPermitted' : 'decided'
        const isAllowed = allowedAt(command, whoIs[role]).includes(place)
        const byPc = isAllowed ? 'decided' : 'notPermitted'
        expect(answer, command.type).toBe(decidedBy[command.type] === 'hall' ? 'unreachable' : byPc)
      }
    } finally {
      world.close()
    }
  })
})
