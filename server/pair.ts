import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TLSSocket } from 'node:tls'
import { fingerprintOfKey } from '../db/keys/pack-key.ts'
import { clientMac, isSameMac, serverMac } from '../db/keys/pairing-proof.ts'
import { HALL } from '../domain/actor.ts'
import { jsonIn } from '../domain/json-in.ts'
import { exporterLength, PairAsk, pairExporter, type PairBody, type PairReply } from '../sync/pairing.ts'
import type { HallIdentity } from './identity.ts'
import type { Invitations } from './invitations.ts'
import { requestLimit } from './request-limit.ts'
import type { Turns } from './turns.ts'

/** A hall has some twenty PCs, and pairs them one after the other. */
const limit = { ofOne: 40, ofAll: 100 }
const largestAsk = 4096

type Pairing = {
  hall: Turns
  identity: HallIdentity
  invitations: Invitations
  address: () => string
  publicPort: () => number
  numberKey: () => string
}

/** Answers PCs that say they were invited. Who has the code of a live invitation is paired, and in the record before the answer goes. */
export function servePairing(around: Pairing) {
  const mayAsk = requestLimit(limit)
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const say = (status: number, reply: PairReply) =>
      response
        .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
        .end(JSON.stringify(reply))
    if (request.method !== 'POST') {
      response.writeHead(405, { allow: 'POST' }).end()
      return
    }
    if (!mayAsk(request.socket.remoteAddress ?? '', Date.now())) return void say(429, { refused: 'pairTooOften' })
    const ask = PairAsk.safeParse(jsonIn(await bodyOf(request)))
    if (!ask.success) {
      response.writeHead(400).end()
      return
    }
    // Every request of this door came through TLS; the type of the request does not know.
    const exported = (request.socket as TLSSocket).exportKeyingMaterial(exporterLength, pairExporter, Buffer.alloc(0))
    const reply = await pair(around, ask.data, exported)
    say('refused' in reply ? 403 : 200, reply)
  }
}

async function pair(around: Pairing, ask: PairAsk, exported: Buffer): Promise<PairReply> {
  const { hall, identity, invitations } = around
  const now = Date.now()
  const invitation = invitations.get(ask.machine, now)
  if (typeof invitation === 'string') return { refused: invitation }
  const { verifier, invite } = invitation
  const fingerprint = fingerprintOfKey(ask.key)
  if (fingerprint === undefined || !isSameMac(ask.mac, clientMac(verifier, exported, ask))) {
    const left = invitations.countTry(invitation)
    return left === 0 ? { refused: 'inviteSpent' } : { refused: 'inviteWrong', left }
  }
  // The invitation stays good: it is used when the hall decides again.
  if (hall.end.awaited()) return { refused: 'pairRecovering' }
  // First used, then paired: after a fall between the two one invites anew, and nobody is paired twice.
  invitations.markUsed(invitation)
  const device = randomUUID()
  const { machine, name, key } = ask
  const outcome = await saved(hall, { type: 'pairMachine', machine, device, key, fingerprint, name, invite })
  if (outcome !== 'done') return { refused: outcome }
  const body = JSON.stringify({
    hallId: identity.hallId,
    device,
    ca: identity.ca,
    recoveryPub: identity.recoveryPub ?? '',
    ...(identity.updatePub !== undefined && { updatePub: identity.updatePub }),
    address: around.address(),
    publicPort: around.publicPort(),
    numberKey: around.numberKey(),
  } satisfies PairBody)
  return { body, mac: serverMac(verifier, exported, body) }
}

type PairMachine = Parameters<Turns['end']['submit']>[1] & { type: 'pairMachine' }

/** Milliseconds; what is not in the record by then is not answered as if it were. */
const longestSaving = 5_000

function saved(hall: Turns, command: PairMachine): Promise<'done' | 'machineUnknown' | 'pairFailed'> {
  const { promise, resolve } = Promise.withResolvers<'done' | 'machineUnknown' | 'pairFailed'>()
  const timer = setTimeout(() => resolve('pairFailed'), longestSaving)
  const stop = hall.onCut(() => resolve('pairFailed'))
  void promise.then(() => {
    clearTimeout(timer)
    stop()
  })
  hall.attempt(() => {
    void hall.end.submit(HALL, command, Date.now()).then((outcome) => {
      if (outcome === 'done') resolve('done')
      else
        resolve(typeof outcome === 'object' && outcome.refused === 'machineUnknown' ? 'machineUnknown' : 'pairFailed')
    })
  })
  return promise
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) {
    text += String(part)
    if (text.length > largestAsk) return ''
  }
  return text
}
