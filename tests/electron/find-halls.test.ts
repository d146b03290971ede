import { createSocket } from 'node:dgram'
import { Bonjour } from 'bonjour-service'
import { expect, onTestFinished, test } from 'vitest'
import { serviceType } from '../../domain/machine/invitation.ts'
import { findHalls } from '../../electron/find-halls.ts'
import { announce } from '../../server/announce.ts'

/** Whether this computer hears what it says to a group of its network; bare ones do not. */
async function hearsItself(): Promise<boolean> {
  const group = '224.0.0.251'
  const socket = createSocket({ type: 'udp4', reuseAddr: true })
  const { promise, resolve } = Promise.withResolvers<boolean>()
  socket.on('error', () => resolve(false)).on('message', () => resolve(true))
  const patience = setTimeout(() => resolve(false), 2000)
  socket.bind(0, () => {
    try {
      socket.addMembership(group)
      socket.send('changgu', socket.address().port, group, (error) => error && resolve(false))
    } catch {
      resolve(false)
    }
  })
  try {
    return await promise
  } finally {
    clearTimeout(patience)
    socket.close()
  }
}

const isMulticast = await hearsItself()
if (!isMulticast) console.log('no multicast on this network: what is announced is not tried here')

/** The addresses that a PC has found, once it has found what it should. */
async function foundBy(isDone: (found: readonly string[]) => boolean): Promise<readonly string[]> {
  const { promise, resolve } = Promise.withResolvers<readonly string[]>()
  const seeking = findHalls(() => {
    if (isDone(seeking.found())) resolve(seeking.found())
  })
  onTestFinished(() => seeking.close())
  return promise
}

test.skipIf(!isMulticast)('a new PC finds the address that a hall announces', async () => {
  const hall = announce({ name: '한빛시청 열린민원실', port: 41_830 })
  onTestFinished(() => hall.close())
  const found = await foundBy((all) => all.some((one) => one.endsWith(':41830')))
  expect(found).toContainEqual(expect.stringMatching(/^wss:\/\/[\d.]+:41830$/))
})

test.skipIf(!isMulticast)('of a network full of announcements eight are shown, and all are addresses', async () => {
  const liar = new Bonjour()
  onTestFinished(() => liar.destroy())
  for (let i = 0; i < 12; i++)
    liar.publish({ name: `<script>${i}</script>`, type: serviceType, port: 20_000 + i, probe: false })
  const found = await foundBy((all) => all.length === 8)
  for (const one of found) expect(one).toMatch(/^wss:\/\/(?:[\d.]+|\[[\da-f:.]+\]):\d+$/)
})
