import { rmSync } from 'node:fs'
import { newKeys } from '../../db/keys/pack-key.ts'
import type { CommandLine } from './command.ts'
import { newFile, writeTo } from './output.ts'
import { needed } from './pack-input.ts'

/** `manual key`: a pair of keys with which an institution signs its packs. */
export const manualKey: CommandLine = {
  name: 'manual key',
  summary: 'Makes a pair of keys to sign packs with: a private file and its public key.',
  usage: 'manual key --out <file> [--json]',
  options: {
    out: { type: 'string', value: 'file', help: 'the private key; the public one goes to the same name with .pub' },
    json: { type: 'boolean', help: 'print the files and the fingerprint as JSON' },
  },
  run({ options }) {
    const file = needed(options, 'out')
    const { privateKey, publicKey, fingerprint } = newKeys()
    // A key that is already there is never replaced, and none is left without its other half.
    const publicFile = newFile(`${file}.pub`)
    writeTo(file, privateKey)
    try {
      writeTo(publicFile, publicKey)
    } catch (error) {
      rmSync(file, { force: true })
      throw error
    }
    const made = { privateKey: file, publicKey: publicFile, fingerprint }
    console.log(options['json'] === true ? JSON.stringify(made) : inLines(made))
    return Promise.resolve(0)
  },
}

const inLines = ({ privateKey, publicKey, fingerprint }: { [field: string]: string }): string =>
  [
    `${privateKey}: 개인 열쇠. 남에게 주지 않는다. / private key, to be kept`,
    `${publicKey}: 공개 열쇠. 묶음을 받을 기관에 준다. / public key, for those who get your packs`,
    `지문 / fingerprint: ${fingerprint}`,
  ].join('\n')
