/** Electron's `dialog`: nobody is here to press a button, so that a box is said on the console and does not wait. */
export const dialog = {
  showErrorBox: (title: string, content: string): void => console.error(`[box] ${title}: ${content}`),
}
