import { rmSync } from 'node:fs'
import { makeDice } from '../simulation/dice.ts'
import { startHall } from '../support/hall.ts'
import { pairedDevice } from '../support/paired.ts'
import type { Attack } from './attack.ts'
import { contentAttacks } from './content-attacks.ts'
import { lineAttacks } from './line-attacks.ts'
import { fuzz, loadAttacks } from './load-attacks.ts'
import { personAttacks } from './person-attacks.ts'
import { pairingAttacks } from './pairing-attacks.ts'
import { webAttacks } from './web-attacks.ts'

type Played = { attacks: number; gotIn: string[]; crashed: string[] }

/** Plays every attack against a hall in a process of its own; after each one the hall must still answer. */
export async function playAttacks({
  messages,
  seed,
  say,
}: {
  messages: number
  seed: number
  say: (line: string) => void
}): Promise<Played> {
  const attacks: readonly Attack[] = [
    ...[...pairingAttacks, ...lineAttacks, ...personAttacks, ...webAttacks, ...contentAttacks, ...loadAttacks],
    fuzz(messages),
  ]
  const dice = makeDice(seed)
  const played: Played = { attacks: attacks.length, gotIn: [], crashed: [] }
  // A hall under fire has much to say; the end of it is told if it fell.
  const complaints: string[] = []
  let hall = await startHall({ complaints })
  try {
    let paired = await pairedDevice(hall.data, 'counter-1')
    for (const attack of attacks) {
      const outcome = await attack.run({ hall, paired, dice }).catch((error: unknown) => `unclear: ${String(error)}`)
      if (outcome !== 'turnedAway') played.gotIn.push(`${attack.name}: ${outcome}`)
      say(`${outcome === 'turnedAway' ? 'turned away' : outcome}: ${attack.name}`)
      if (await answers(hall.address)) continue
      played.crashed.push(attack.name)
      say(complaints.slice(-20).join(''))
      await hall.stop('SIGKILL')
      hall = await startHall({ complaints })
      paired = await pairedDevice(hall.data, 'counter-1')
    }
  } finally {
    await hall.stop()
    rmSync(hall.data, { recursive: true, force: true })
  }
  return played
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/health`, { signal: AbortSignal.timeout(10_000) }).then(
    (r) => r.ok,
    () => false,
  )
