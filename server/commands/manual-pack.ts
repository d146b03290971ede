import type { KeyObject } from 'node:crypto'
import { privateKeyIn } from '../../db/keys/pack-key.ts'
import { strayFiles } from '../../db/manual/manual-files.ts'
import { packManual, type Packed } from '../../db/manual/pack.ts'
import { dayOf } from '../../domain/time.ts'
import { UsageError, type CommandLine } from './command.ts'
import { manualAt, readKeyText } from './input.ts'
import { faultsInLines } from './manual-check.ts'
import { writeTo } from './output.ts'
import { needed } from './pack-input.ts'

/** `manual pack`: a whole manual in one file, signed if there is a key. */
export const manualPack: CommandLine = {
  name: 'manual pack',
  summary: 'Packs a manual folder into one file for another institution, signed with a key.',
  usage: 'manual pack <folder> --out <file> [--key <private key file>] [--with-staff] [--json]',
  options: {
    out: { type: 'string', value: 'file', help: 'the pack to write' },
    key: { type: 'string', value: 'file', help: 'the private key that manual key made' },
    'with-staff': { type: 'boolean', help: 'the staff list of hall.yaml goes along; without it no person is named' },
    json: { type: 'boolean', help: 'print what the pack holds as JSON' },
  },
  arguments: { min: 1, max: 1 },
  run({ options, words: [folder = ''] }) {
    const out = needed(options, 'out')
    const key = typeof options['key'] === 'string' ? keyIn(options['key']) : undefined
    const packed = packManual(manualAt(folder), dayOf(Date.now()), { key, withStaff: options['with-staff'] === true })
    if ('faults' in packed) {
      console.log(options['json'] === true ? JSON.stringify(packed) : faultsInLines(packed.faults))
      return Promise.resolve(1)
    }
    // A pack never takes the place of what is there: it may be the private key.
    writeTo(out, packed.bytes)
    const left = strayFiles(folder)
    console.log(options['json'] === true ? inJson(packed, left) : inLines(out, packed, left))
    return Promise.resolve(0)
  },
}

function keyIn(file: string): KeyObject {
  const key = privateKeyIn(readKeyText(file))
  if (key) return key
  throw new UsageError(`${file} is no Ed25519 private key (PKCS#8, PEM). Make one with manual key.`)
}

const inJson = ({ bytes, manifest, signature }: Packed, left: readonly string[]): string =>
  JSON.stringify({ size: bytes.length, signer: signature?.fingerprint ?? null, left, manifest })

function inLines(out: string, { bytes, manifest, signature }: Packed, left: readonly string[]): string {
  const { institution, kinds, files, edition } = manifest
  return [
    `${out}: ${institution}, ${kinds} kinds, ${files.length} files, ${bytes.length} bytes`,
    `edition: ${edition}`,
    signature
      ? `서명 / signed: ${signature.fingerprint}`
      : '서명 없음. 받는 쪽은 --unsigned를 붙여야 연다. / Not signed: it opens only with --unsigned.',
    ...left.map(
      (file) => `${file}: 매뉴얼의 파일이 아니어서 담지 않았다. / No file of a manual, so it is not in the pack.`,
    ),
  ].join('\n')
}
