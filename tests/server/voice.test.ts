import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { serveVoice } from '../../server/voice.ts'
import { newFolder } from '../support/record.ts'

test('the voice is that of the first manual that has one, and no other file of it is served', async () => {
  const folder = (has: boolean): string => {
    const manual = newFolder(onTestFinished)
    mkdirSync(join(manual, 'voice'))
    writeFileSync(join(manual, 'secret.ogg'), 'x')
    writeFileSync(join(manual, 'voice', 'README.md'), 'x')
    if (has) writeFileSync(join(manual, 'voice', 'voice.json'), '{"name":"a"}')
    if (has) writeFileSync(join(manual, 'voice', 'number-01.ogg'), 'clip')
    return manual
  }
  const serve = serveVoice([folder(false), folder(true)])
  const server = createServer((request, response) => void serve(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}/voice`
  const status = async (path: string, method = 'GET') => (await fetch(`${at}/${path}`, { method })).status
  expect(await (await fetch(`${at}/number-01.ogg`)).text()).toBe('clip')
  expect(await status('voice.json')).toBe(200)
  expect(
    await Promise.all(['README.md', '..%2Fsecret.ogg', '../secret.ogg', 'number-02.ogg'].map((p) => status(p))),
  ).toEqual([...[404, 404, 404, 404]])
  expect(await status('number-01.ogg', 'POST')).toBe(404)
  server.close()
})
