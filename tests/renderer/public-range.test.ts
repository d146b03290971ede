import { expect, test } from 'vitest'
import { boardWords } from '../../renderer/text/public/board.ts'
import { en } from '../../renderer/text/public/en.ts'
import { ja } from '../../renderer/text/public/ja.ts'
import { ko } from '../../renderer/text/public/ko.ts'
import { vi } from '../../renderer/text/public/vi.ts'
import { zh } from '../../renderer/text/public/zh.ts'

test('no language lets a line end within the minutes of an estimate, on kiosks and boards', () => {
  const said = [ko, en, zh, ja, vi].map(({ start }) => start.about(0, 3))
  for (const text of [...said, boardWords.ko.about(0, 3), boardWords.en.about(0, 3)])
    expect(text).toContain('0\u2060–\u20603')
})
