import { expect, test, vi } from 'vitest'
import { announce } from '../../server/announce.ts'

test('a hall that cannot be announced goes on, and diagnostics have it', async () => {
  const { promise, resolve } = Promise.withResolvers<string>()
  vi.spyOn(console, 'error').mockImplementation((said: string) => resolve(said))
  const hall = announce({ name: '한빛시청 열린민원실', port: Number.NaN })
  expect(await promise).toMatch(/^the hall is not announced on the network; .*: Error \(/)
  hall.close()
})
