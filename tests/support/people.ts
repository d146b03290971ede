import type { Desk, Outcome } from '../../domain/desk.ts'

/** The password of everybody in the halls of the tests. */
export const testPassword = 'bright river 27'

/** Signs somebody in at a PC, as the sign-in screen does. */
export const enter = (desk: Desk, clerk: string, password = testPassword): Promise<Outcome> =>
  desk.submit({ type: 'enter', clerk, password })
