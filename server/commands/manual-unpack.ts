import { putFolder } from '../../db/files/folder-swap.ts'
import type { Opened } from '../../db/manual/pack.ts'
import type { CommandLine } from './command.ts'
import { faultsInLines } from './manual-check.ts'
import { intoFolder } from './output.ts'
import { packIn, targetOf, trustOptions } from './pack-input.ts'

/** `manual unpack`: the manual of a pack as a folder, after all of it has been examined. */
export const manualUnpack: CommandLine = {
  name: 'manual unpack',
  summary: 'Examines a pack and writes its manual into a folder, whole or not at all.',
  usage: 'manual unpack <file> --to <folder> [--trust <public key> | --unsigned] [--force] [--json]',
  options: {
    to: { type: 'string', value: 'folder', help: 'a folder that is new or empty' },
    ...trustOptions,
    force: { type: 'boolean', help: 'take the place of a folder that holds something; that one is kept beside it' },
    json: { type: 'boolean', help: 'print what was found as JSON' },
  },
  arguments: { min: 1, max: 1 },
  run({ options, words: [file = ''] }) {
    const folder = targetOf(options)
    const opened = packIn(file, options)
    if ('faults' in opened) {
      console.log(options['json'] === true ? JSON.stringify(opened) : faultsInLines(opened.faults))
      return Promise.resolve(1)
    }
    const { before } = intoFolder(folder, () => putFolder(folder, opened.files))
    const { manifest, signer, edition } = opened
    const said = {
      folder,
      before,
      signer,
      isSameEdition: edition === manifest.edition,
      hasStaff: opened.hasStaff,
      manifest,
    }
    console.log(options['json'] === true ? JSON.stringify(said) : inLines(folder, before, opened))
    return Promise.resolve(0)
  },
}

function inLines(folder: string, before: string | null, opened: Opened): string {
  const { institution, created, kinds } = opened.manifest
  return [
    `${folder}: ${institution}, ${created}, ${kinds} kinds`,
    ...aboutPack(opened),
    ...(before === null ? [] : [`전에 있던 폴더 / the former folder: ${before}`]),
  ].join('\n')
}

/** By whom a pack is signed, and whether this version names its content as the sender's did. */
const aboutPack = ({ manifest, signer, edition, hasStaff }: Opened): string[] => [
  signer === null ? '서명 없음 / not signed' : `서명 / signed: ${signer}`,
  ...(hasStaff
    ? []
    : ['직원 명단이 없다. hall.yaml에 staff를 적는다. / No staff list: write the staff of the hall into hall.yaml.']),
  ...(edition === manifest.edition
    ? []
    : ['보낸 쪽과 프로그램의 판이 달라 판의 해시가 다르다. / Another version: the edition has another hash here.']),
]
