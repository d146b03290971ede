/**
 * Calls `expire` when nothing is heard for so many milliseconds. A process that was busy itself for that long reads first
 * what has come meanwhile: a line must not be ended because its own side did not listen.
 */
export function watchdogOf(silence: number, expire: () => void): { hear(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let heard = 0
  const look = (): void => {
    const before = heard
    // After the timers a turn of the loop reads the sockets, and only then comes this.
    setImmediate(() => {
      if (heard === before) expire()
    })
  }
  const forget = (): void => {
    heard += 1
    clearTimeout(timer)
  }
  return {
    hear() {
      forget()
      timer = setTimeout(look, silence)
    },
    stop: forget,
  }
}
