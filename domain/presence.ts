/** Whether the hall hears a machine; said on the line, never recorded. */
export type Presence = { machine: string; connected: boolean; lastHeardAt: number }
