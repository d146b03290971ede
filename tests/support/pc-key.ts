import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataKeyIn, newDataKey, readKeyFile, writeKeyFile, type DataKey } from '../../db/keys/data-key.ts'
import { keptKeyFile } from '../../electron/kept-key.ts'
import { openSealed } from '../standin/safe-storage.ts'

const beside = (dataFolder: string): string => `${dataFolder}.key`

/** A key file beside a PC's folder, made at its first start: under Electron not every computer has a keyring. */
export function keyFileOf(dataFolder: string): string {
  const file = beside(dataFolder)
  if (!existsSync(file)) writeKeyFile(file, newDataKey())
  return file
}

/** The data key of a PC that was started, for a test that looks into its database: from its key file, or as the stand-in has sealed it. */
export function keyOfStarted(dataFolder: string): DataKey {
  if (existsSync(beside(dataFolder))) {
    const read = readKeyFile(beside(dataFolder))
    if ('wrong' in read) throw new Error(read.wrong)
    return read.key
  }
  const { sealed } = JSON.parse(readFileSync(join(dataFolder, keptKeyFile), 'utf8')) as { sealed: string }
  const key = dataKeyIn(openSealed(dataFolder, Buffer.from(sealed, 'base64')))
  if (!key) throw new Error('the key that the PC has kept is none')
  return key
}
