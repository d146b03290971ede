// `npm start`: makes a fresh checkout ready, builds what has changed, and hands over to launch.ts on the project's own Node.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { help, readOptions } from './options.mjs'
import { opensWindows } from './screen.mjs'
import { environment, findNode, giveUp, root, setUp } from './setup.mjs'

const args = process.argv.slice(2)
const options = readOptions(args)
if ('help' in options) {
  console.log(help)
} else if ('refused' in options) {
  console.error(`${options.refused} (npm start -- --help)`)
  process.exitCode = 2
} else {
  try {
    setUp({ screens: options.role !== 'hall' && opensWindows() })
    buildIfNeeded()
    handOver()
  } catch (error) {
    giveUp(error)
  }
}

function handOver() {
  const launcher = spawn(findNode(), [join(root, 'build/launch.ts'), ...args], {
    env: environment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  })
  launcher.on('exit', (code) => process.exit(code ?? 1))
  // On Windows the console tells every process of an interruption, and a kill would leave no time to end.
  if (process.platform === 'win32') return
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => launcher.kill(signal))
  if (process.env.npm_lifecycle_event) endWithNpm(launcher)
}

/**
 * npm passes SIGTERM on to a shell only, which ends without a word to this process.
 * @param {import('node:child_process').ChildProcess} launcher
 */
function endWithNpm(launcher) {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    launcher.kill('SIGTERM')
  }, 500)
}
