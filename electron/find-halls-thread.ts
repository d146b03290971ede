import { isIPv4 } from 'node:net'
import { parentPort } from 'node:worker_threads'
import { Bonjour, type Service } from 'bonjour-service'
import { serviceType } from '../domain/machine/invitation.ts'

// Entry of the thread that asks for halls and says which ones answered.

const browser = new Bonjour().find({ type: serviceType })
const tell = () => parentPort?.postMessage(browser.services.flatMap(addressesOf))
browser.on('up', tell)
browser.on('down', tell)
browser.on('srv-update', tell)

/** Without an address of the older sort, the newer one. */
function addressesOf({ addresses = [], port }: Service): string[] {
  const older = addresses.filter((one) => isIPv4(one))
  return older.length > 0 ? older.map((one) => `${one}:${port}`) : addresses.map((one) => `[${one}]:${port}`)
}
