import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Loads a package that was installed for a measurement. */
export type Load = (name: string) => Promise<unknown>
export type Installed = { load: Load } | { missing: string }

/** Installs packages into a folder of the measurement, never of the product; says why not if the registry does not answer. */
export function installFromNpm(folder: string, packages: readonly string[]): Installed {
  try {
    const npm = process.env['npm_execpath']
    const command = npm === undefined ? 'npm' : process.execPath
    const before = npm === undefined ? [] : [npm]
    const options = ['--no-audit', '--no-fund', '--no-save', '--ignore-scripts', '--prefix', folder]
    execFileSync(command, [...before, 'install', ...options, ...packages], { stdio: 'pipe', timeout: 120_000 })
  } catch (error) {
    return { missing: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) }
  }
  return from(folder)
}

function from(folder: string): Installed {
  const { resolve } = createRequire(join(folder, 'none.js'))
  return { load: (name) => import(pathToFileURL(resolve(name)).href) }
}

const syncPeers = [
  ...['pouchdb@9', 'express-pouchdb@4', 'express@4', 'yjs@13', '@hocuspocus/server@2', '@hocuspocus/provider@2'],
  ...['y-leveldb@0.1', 'pg@8', 'pg-boss@10', 'bullmq@5', 'ioredis@5', 'nats@2'],
  ...['rxdb@16', 'rxjs@7'],
]
let installed: (Installed & { folder: string }) | undefined
/** Where a process above this one has them. */
const above = 'CHANGGU_BENCH_PEERS'

/** The peers of the sync rows, installed once for all of them and their processes into a temporary folder. */
export function syncPeersHere(): Installed & { folder: string } {
  if (installed) return installed
  const known = process.env[above]
  if (known !== undefined) {
    const isThere = existsSync(join(known, 'node_modules'))
    installed = { ...(isThere ? from(known) : { missing: 'could not be installed' }), folder: known }
  } else {
    const folder = mkdtempSync(join(tmpdir(), 'changgu-peers-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    installed = { ...installFromNpm(folder, syncPeers), folder }
    process.env[above] = folder
  }
  return installed
}

const unpacked = new Map<string, { root: string }>()

/** Debian's packages, unpacked once into a temporary folder and not installed; or why they cannot be had. */
export function fromDebian(packages: readonly string[]): { root: string } | { missing: string } {
  const [name = ''] = packages
  const known = unpacked.get(name)
  if (known) return known
  const folder = mkdtempSync(join(tmpdir(), 'changgu-debian-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  try {
    execFileSync('apt-get', ['download', ...packages], { cwd: folder, stdio: 'pipe', timeout: 60_000 })
    execFileSync('sh', ['-c', 'for one in *.deb; do dpkg -x "$one" root; done'], { cwd: folder, stdio: 'pipe' })
  } catch (error) {
    return { missing: `no ${name} from Debian: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}` }
  }
  unpacked.set(name, { root: join(folder, 'root') })
  return { root: join(folder, 'root') }
}
