import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeDice } from '../simulation/dice.ts'
import { startHall } from '../support/hall.ts'
import { pairedDevice } from '../support/paired.ts'
import { unlessStopped } from '../support/stopping.ts'
import type { Attack } from './attack.ts'
import { contentAttacks } from './content-attacks.ts'
import { lineAttacks } from './line-attacks.ts'
import { fuzz, loadAttacks } from './load-attacks.ts'
import { pairingAttacks } from './pairing-attacks.ts'
import { personAttacks } from './person-attacks.ts'
import { unreadAttacks } from './unread-attacks.ts'
import { webAttacks } from './web-attacks.ts'

type Played = { attacks: number; gotIn: string[]; crashed: string[] }

/** Plays every attack against a hall in a process of its own; after each one the hall must still answer. */
export async function playAttacks({
  messages,
  seed,
  say,
  stop,
}: {
  messages: number
  seed: number
  say: (line: string) => void
  /** Ends the run: it fails, and what it began is cleared away. */
  stop?: AbortSignal
}): Promise<Played> {
  const attacks: readonly Attack[] = [
    ...[
      ...pairingAttacks,
      ...lineAttacks,
      ...personAttacks,
      ...webAttacks,
      ...unreadAttacks,
      ...contentAttacks,
      ...loadAttacks,
    ],
    fuzz(messages),
  ]
  const dice = makeDice(seed)
  const played: Played = { attacks: attacks.length, gotIn: [], crashed: [] }
  // A hall under fire has much to say; the end of it is told if it fell.
  const complaints: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'changgu-attack-'))
  let starts = 0
  const start = () => startHall({ complaints, data: join(folder, `hall-${++starts}`) })
  let starting = start()
  const play = async (): Promise<Played> => {
    let hall = await starting
    let paired = await pairedDevice(hall.data, 'counter-1')
    for (const attack of attacks) {
      const outcome = await attack.run({ hall, paired, dice }).catch((error: unknown) => `unclear: ${String(error)}`)
      if (stop?.aborted) break
      if (outcome !== 'turnedAway') played.gotIn.push(`${attack.name}: ${outcome}`)
      say(`${outcome === 'turnedAway' ? 'turned away' : outcome}: ${attack.name}`)
      if (await answers(hall.address)) continue
      played.crashed.push(attack.name)
      say(complaints.slice(-20).join(''))
      await hall.stop('SIGKILL')
      starting = start()
      hall = await starting
      paired = await pairedDevice(hall.data, 'counter-1')
    }
    return played
  }
  try {
    return await unlessStopped(play(), stop)
  } finally {
    // Ctrl-C is told to a hall as well: it may have ended before it was ready.
    const hall = await starting.catch(() => undefined)
    await hall?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const answers = (address: string): Promise<boolean> =>
  fetch(`${address}/health`, { signal: AbortSignal.timeout(10_000) }).then(
    (r) => r.ok,
    () => false,
  )
