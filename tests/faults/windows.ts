import assert from 'node:assert/strict'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { writeKeyFile } from '../../db/keys/data-key.ts'
import { hallKeyIn, testKey } from '../support/record.ts'
import { entriesOf } from './judge.ts'
import type { Scenario } from './scenario.ts'
import type { Stage } from './stage.ts'

/** The app with its windows, under the runner that this machine has: what a person sees is what is so. */

const title = '공인중개사 자격증 재교부'
const built = join(import.meta.dirname, '../../dist/electron/main.js')

/** The tools of the end-to-end tests; what they say when they are loaded is progress. */
async function tools() {
  const { log } = console
  console.log = console.error
  try {
    const { launchWindow } = await import('../support/launch.ts')
    const { Clerk } = await import('../support/clerk.ts')
    return { launchWindow, Clerk }
  } finally {
    console.log = log
  }
}

type App = Awaited<ReturnType<Awaited<ReturnType<typeof tools>>['launchWindow']>>

type Program = ReturnType<App['app']['process']>

async function kill(program: Program): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = new Promise((end) => program.once('exit', end))
  program.kill('SIGKILL')
  await ended
}

/** How often each petitioner was received, as the hall has it in the end. */
function receivedIn(stage: Stage, data: string): Map<string, number> {
  const names = entriesOf(data, 'hall', hallKeyIn(data)).flatMap(({ event, private: apart }) =>
    event.type === 'caseReceived' ? [apart?.petitioner?.name ?? 'nobody'] : [],
  )
  assert.ok(stage.isHallRunning)
  return new Map([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]))
}

export const windows: readonly Scenario[] = [
  {
    name: 'app-killed',
    says: 'The app is killed at moments stepped through a receipt by keyboard, and its hall falls: what the window showed as done is done once.',
    async run(stage, steps) {
      if (!existsSync(built)) return { cannot: 'the app is not built: npm run build' }
      const { launchWindow, Clerk } = await tools()
      const hall = await stage.openHall()
      const dataFolder = join(stage.folder, 'window')
      mkdirSync(dataFolder)
      const keyFile = join(stage.folder, 'window.key')
      writeKeyFile(keyFile, testKey)
      const launch = () => launchWindow({ role: 'counter', hall: hall.socket, dataFolder, keyFile })
      const [shown, tried]: [string[], string[]] = [[], []]
      let app: App | undefined
      let program: Program | undefined
      stage.onEnd(() => program && kill(program))
      const most = Math.min(steps, 6)
      for (let step = 0; step <= most; step++) {
        app = await launch()
        program = app.app.process()
        const clerk = new Clerk(app.page)
        if (step === 0) await clerk.signIn()
        else await clerk.unlock()
        const name = `민원인${step}`
        tried.push(name)
        const receiving = clerk.receive('공인중개사 재교부', title, name).then(
          () => shown.push(name),
          () => undefined,
        )
        // The first one is let go to its end.
        if (step === 0) await receiving
        else await new Promise((go) => setTimeout(go, (2500 * (step + stage.dice.below(1000) / 1000)) / most))
        if (step < most) await kill(program)
        await receiving
      }
      assert.ok(app && shown.length > 0)
      const line = app.page.getByRole('status', { name: '회선 상태' })
      await line.getByText('회선 연결').waitFor()
      await stage.endHall()
      await line.getByText('오프라인').first().waitFor()
      await stage.openHall()
      await line.getByText('회선 연결').waitFor()
      await app.app.close()
      stage.adopt('counter-1', dataFolder, 'window')
      await stage.settle()
      const received = receivedIn(stage, stage.hall.data)
      for (const name of shown) assert.equal(received.get(name), 1, `${name} was shown as received`)
      for (const name of tried) assert.ok((received.get(name) ?? 0) <= 1, `${name} was received twice`)
    },
  },
]
