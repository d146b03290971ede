import { createPublicKey } from 'node:crypto'
import type { HallMarks } from '../../domain/machine/pairing.ts'
import { hallMarks, setUpdateKey } from '../identity.ts'
import { UsageError, type CommandLine } from './command.ts'
import { hallOptions, inHallSecrets } from './hall-file.ts'
import { readKeyText } from './input.ts'

/** `identity`: what a hall is known by, and the slot for the key of updates. */
export const identity: CommandLine = {
  name: 'identity',
  summary: 'Show what the hall is known by, and keep the public key that signs updates.',
  usage: 'identity [--data <folder>] [--update-key <file>] [--key-file <file>] [--json]',
  options: {
    ...hallOptions,
    'update-key': {
      type: 'string',
      value: 'file',
      help: 'put this public key (Ed25519, PEM) into the slot for updates',
    },
    json: { type: 'boolean', help: 'print it as JSON' },
  },
  async run({ options }) {
    const { 'update-key': file, json } = options
    const key = typeof file === 'string' ? updateKeyIn(file) : undefined
    const marks = inHallSecrets(options, (secrets) => {
      const before = hallMarks(secrets)
      if (!before) throw new UsageError('This hall has not been started yet: its identity is made at the first start.')
      if (key === undefined) return before
      setUpdateKey(secrets, key)
      return hallMarks(secrets) ?? before
    })
    console.log(json === true ? JSON.stringify({ ...marks, updates: marks.updates ?? null }) : inLines(marks))
    return 0
  },
}

function updateKeyIn(file: string): string {
  const wrong = `${file} holds no public key of Ed25519 (PEM).`
  const text = readKeyText(file)
  // A private key would give its public half too: it has no business on this computer.
  if (text.includes('PRIVATE KEY')) throw new UsageError(`${file} holds a private key. Give the public one.`)
  try {
    const key = createPublicKey(text)
    if (key.asymmetricKeyType !== 'ed25519') throw new UsageError(wrong)
    return key.export({ format: 'der', type: 'spki' }).toString('base64')
  } catch {
    throw new UsageError(wrong)
  }
}

const inLines = ({ hallId, authority, recovery, updates }: HallMarks): string =>
  [
    `hall          ${hallId}`,
    `authority     ${authority}`,
    `recovery key  ${recovery || 'none yet: changgu recovery-key --new makes one'}`,
    `update key    ${updates ?? 'none yet: --update-key puts one here, and PCs that are paired after it are told'}`,
  ].join('\n')
