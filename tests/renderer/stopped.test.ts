import { expect, test } from 'vitest'
import { keptKeyFile } from '../../electron/kept-key.ts'
import { stoppedWords } from '../../renderer/text/stopped.ts'

test.each(['sealBroken', 'keyMissing'] as const)(
  'a PC that has not got its key (%s) names both files on which it hangs on Windows',
  (why) => {
    for (const { reasons } of [stoppedWords.ko, stoppedWords.en]) {
      const said = reasons[why].steps.join(' ')
      expect(said).toContain(keptKeyFile)
      expect(said).toContain('Local State')
    }
  },
)
