import { spawnSync } from 'node:child_process'
import type { Stage } from './stage.ts'

/** A network of its own for one counter, joined to this machine by one cable that can be pulled and made slow. */
type OwnNetwork = {
  /** The address of this machine at its end of the cable. */
  host: string
  /** The command that runs a program in that network. */
  inside: readonly string[]
  unplug(): void
  plug(): void
  /** 64 kbit/s in both directions, late and with losses where the kernel can do that; says which, or that it can do neither. */
  narrow(): 'slow and lossy' | 'slow' | undefined
  widen(): void
}

const runs = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0

/** Makes a network namespace with a pair of interfaces; undefined where this user may not. */
export function ownNetwork(stage: Stage): OwnNetwork | undefined {
  if (process.platform !== 'linux') return undefined
  const name = `changgu${process.pid}`
  const [near, far] = [`cg${process.pid}n`, `cg${process.pid}f`]
  const subnet = `10.213.${process.pid % 256}`
  if (!runs('ip', 'netns', 'add', name)) return undefined
  stage.onEnd(() => runs('ip', 'netns', 'del', name))
  stage.onEnd(() => runs('ip', 'link', 'del', near))
  const here = (...args: string[]) => runs('ip', ...args)
  const there = (...args: string[]) => runs('ip', '-n', name, ...args)
  const isMade =
    here('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', name) &&
    here('addr', 'add', `${subnet}.1/30`, 'dev', near) &&
    there('addr', 'add', `${subnet}.2/30`, 'dev', far) &&
    here('link', 'set', near, 'up') &&
    there('link', 'set', far, 'up')
  if (!isMade) return undefined
  const bothEnds = (...how: string[]) =>
    runs('tc', 'qdisc', 'replace', 'dev', near, 'root', ...how) &&
    runs('ip', 'netns', 'exec', name, 'tc', 'qdisc', 'replace', 'dev', far, 'root', ...how)
  return {
    host: `${subnet}.1`,
    inside: ['ip', 'netns', 'exec', name],
    unplug: () => void here('link', 'set', near, 'down'),
    plug: () => void here('link', 'set', near, 'up'),
    narrow() {
      if (bothEnds('netem', 'delay', '250ms', 'loss', '3%', 'rate', '64kbit')) return 'slow and lossy'
      return bothEnds('tbf', 'rate', '64kbit', 'burst', '3000', 'latency', '2000ms') ? 'slow' : undefined
    },
    widen() {
      runs('tc', 'qdisc', 'del', 'dev', near, 'root')
      runs('ip', 'netns', 'exec', name, 'tc', 'qdisc', 'del', 'dev', far, 'root')
    },
  }
}
