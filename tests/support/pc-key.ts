import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataKeyIn, type DataKey } from '../../db/data-key.ts'
import { keptKeyFile } from '../../electron/kept-key.ts'
import { openSealed } from '../standin/safe-storage.ts'

/** The data key of a PC that was started under the stand-in, for a test that looks into its database. */
export function keyOfStarted(dataFolder: string): DataKey {
  const { sealed } = JSON.parse(readFileSync(join(dataFolder, keptKeyFile), 'utf8')) as { sealed: string }
  const key = dataKeyIn(openSealed(dataFolder, Buffer.from(sealed, 'base64')))
  if (!key) throw new Error('the key that the PC has kept is none')
  return key
}
