/** A kiosk of a measured hall, at its public door. */
export async function openKiosk(address: string): Promise<{ issue(touch: string): Promise<void>; close(): void }> {
  const socket = new WebSocket(`${address}/desk`)
  await new Promise((ready) => socket.addEventListener('open', ready))
  let asked = 0
  return {
    async issue(touch) {
      const { promise, resolve } = Promise.withResolvers<void>()
      socket.addEventListener('message', () => resolve(), { once: true })
      const command = { type: 'issueTicket', touch, class: 'ordinary' }
      socket.send(JSON.stringify({ id: ++asked, do: 'submit', command }))
      await promise
    },
    close: () => socket.close(),
  }
}
