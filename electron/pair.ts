import { createPrivateKey } from 'node:crypto'
import { newKeys, publicKeyOf } from '../db/keys/pack-key.ts'
import { clientMac, isSameMac, serverMac, stretchCode } from '../db/keys/pairing-proof.ts'
import { jsonIn } from '../domain/json-in.ts'
import { readCode, readLineAddress } from '../domain/machine/invitation.ts'
import type { PairingRefusal } from '../domain/machine/machines.ts'
import { exporterLength, PairBody, PairReply, pairExporter, pairPath, type PairRefusal } from '../sync/pairing.ts'
import { dialUnknown } from './dial.ts'
import { ask } from './hall-request.ts'
import { computerName, type PairedHall } from './paired-hall.ts'

type NotPaired = { refused: PairingRefusal | 'machineUnknown'; left?: number }

const longestWait = 20_000
const largestReply = 32_768

/**
 * Pairs this PC with the hall that made an invitation. Both sides prove that they have the code, on this very connection;
 * what the hall says is given back only when its proof holds. The private key of the device never leaves this PC.
 */
export async function pairWithHall(
  machine: string,
  typed: { address: string; code: string },
): Promise<{ paired: PairedHall } | NotPaired> {
  const address = readLineAddress(typed.address)
  if (address === undefined) return { refused: 'pairAddress' }
  const code = readCode(typed.code)
  if (code === undefined) return { refused: 'pairCode' }
  const stretched = await stretchCode(code, machine)
  const dialled = await dialUnknown(address)
  if ('failed' in dialled) return { refused: dialled.failed === 'unreachable' ? 'pairUnreachable' : 'pairNotProven' }
  const { socket } = dialled
  const exported = socket.exportKeyingMaterial(exporterLength, pairExporter, Buffer.alloc(0))
  const { privateKey } = newKeys()
  const said = { machine, name: computerName(), key: publicKeyOf(createPrivateKey(privateKey)) }
  const answer = await ask(socket, {
    method: 'POST',
    path: pairPath,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...said, mac: clientMac(stretched, exported, said) }),
    most: largestReply,
    patience: longestWait,
  })
  if (!answer) return { refused: 'pairUnreachable' }
  const reply = PairReply.safeParse(jsonIn(answer.body.toString('utf8'))).data
  if (!reply) return { refused: 'pairNotProven' }
  if ('refused' in reply) return notPaired(reply)
  const body =
    isSameMac(reply.mac, serverMac(stretched, exported, reply.body)) && PairBody.safeParse(jsonIn(reply.body))
  if (!body || !body.success) return { refused: 'pairNotProven' }
  return { paired: { ...body.data, reached: address, privateKey } }
}

const notPaired = ({ refused, left }: { refused: PairRefusal; left?: number | undefined }): NotPaired => ({
  refused,
  ...(left !== undefined && { left }),
})
