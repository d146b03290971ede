import { createHash, createPublicKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto'

/**
 * The two certificates of a hall, written as X.509 v3 in DER (RFC 5280): its own authority, and the server under it. A
 * hall needs no others, so what is written here is only these.
 */

type Certified = { certificate: string; privateKey: string }

const day = 86_400_000
const years = 3_652 * day
/** The CA/Browser Forum's limit for a server; renewed under the same authority. */
const serverLasts = 397 * day
/** A clock that is a little behind must not refuse a new certificate. */
const before = 3_600_000

/** The authority of a new hall: P-256, ten years, for one level of certificates. */
export function newAuthority(name: string, now: number): Certified {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = [
    extension('551d13', sequence(der(0x01, [0xff]), der(0x02, [0x00])), true),
    extension('551d0f', bits([0x06], 1), true),
    keyId(keys.publicKey),
  ]
  const made = { subject: name, issuer: name, publicKey: keys.publicKey, signer: keys.privateKey }
  return certified(keys.privateKey, { ...made, from: now - before, to: now + years, extensions })
}

/** A certificate of the hall's server under its authority, good for 397 days, with one name. */
export function newServerCertificate(authority: Certified, issuer: string, name: string, now: number): Certified {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const extensions = [
    extension('551d13', sequence(), true),
    extension('551d0f', bits([0x80], 7), true),
    extension('551d25', sequence(oid('2b06010505070301'))),
    extension('551d11', sequence(der(0x82, Buffer.from(name, 'ascii')))),
    authorityId(createPublicKey(authority.certificate)),
  ]
  const made = { subject: name, issuer, publicKey: keys.publicKey, signer: authority.privateKey }
  return certified(keys.privateKey, { ...made, from: now - before, to: now + serverLasts, extensions })
}

type Made = {
  subject: string
  issuer: string
  publicKey: KeyObject
  signer: KeyObject | string
  from: number
  to: number
  extensions: Buffer[]
}

function certified(
  privateKey: KeyObject,
  { subject, issuer, publicKey, signer, from, to, extensions }: Made,
): Certified {
  const algorithm = sequence(oid('2a8648ce3d040302'))
  // Positive, not zero, and as long as no two of them meet.
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)])
  const body = sequence(
    der(0xa0, der(0x02, [0x02])),
    der(0x02, serial),
    ...[algorithm, nameOf(issuer), sequence(time(from), time(to)), nameOf(subject)],
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  )
  const whole = sequence(body, algorithm, bits(sign('sha256', body, signer), 0))
  return {
    certificate: pem(whole),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function der(tag: number, ...contents: (Uint8Array | number[])[]): Buffer {
  const content = Buffer.concat(contents.map((c) => Uint8Array.from(c)))
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length])
  return length < 0x100 ? Buffer.from([0x81, length]) : Buffer.from([0x82, length >> 8, length & 0xff])
}

const sequence = (...contents: Uint8Array[]): Buffer => der(0x30, ...contents)
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'))
/** `unused`: how many bits at the end of the last byte say nothing. */
const bits = (content: Uint8Array | number[], unused: number): Buffer => der(0x03, [unused], content)

const nameOf = (common: string): Buffer =>
  sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(common, 'utf8')))))

const extension = (hex: string, value: Buffer, critical = false): Buffer =>
  sequence(oid(hex), ...(critical ? [der(0x01, [0xff])] : []), der(0x04, value))

/** The key itself, not the whole SPKI: its last 65 bytes are the point on P-256. */
const idOf = (key: KeyObject): Buffer =>
  createHash('sha1')
    .update(key.export({ type: 'spki', format: 'der' }).subarray(-65))
    .digest()
const keyId = (key: KeyObject): Buffer => extension('551d0e', der(0x04, idOf(key)))
const authorityId = (key: KeyObject): Buffer => extension('551d23', sequence(der(0x80, idOf(key))))

/** UTCTime until 2049, GeneralizedTime from 2050, as RFC 5280 wants it. */
function time(at: number): Buffer {
  const text = new Date(at).toISOString().replaceAll(/[-:T]|\.\d+/g, '')
  return text < '2050' ? der(0x17, Buffer.from(text.slice(2), 'ascii')) : der(0x18, Buffer.from(text, 'ascii'))
}

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${
    bytes
      .toString('base64')
      .match(/.{1,64}/g)
      ?.join('\n') ?? ''
  }\n-----END CERTIFICATE-----\n`
