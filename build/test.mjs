// `npm test`: makes a fresh checkout ready, and hands over to run-tests.ts on the project's own Node.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { environment, findNode, giveUp, root, setUp } from './setup.mjs'

try {
  setUp({ screens: true, tests: true })
  const options = /** @type {const} */ ({ cwd: root, env: environment(), stdio: 'inherit' })
  process.exitCode = spawnSync(findNode(), [join(root, 'build/run-tests.ts')], options).status ?? 1
} catch (error) {
  giveUp(error)
}
