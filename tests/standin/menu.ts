/** Menus are not drawn: the app sets none. */
export const Menu = {
  setApplicationMenu(_menu: unknown): void {},
  buildFromTemplate: (template: unknown): unknown => template,
}
