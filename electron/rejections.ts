/** From now on a promise that fails unheard is an error as any other, which Electron's processes only warn of. */
export function endOnRejections(): void {
  process.on('unhandledRejection', (reason) => {
    throw reason instanceof Error ? reason : new Error(String(reason))
  })
}
