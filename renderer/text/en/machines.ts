import type {
  machineHappenings as happeningsKo,
  machineRefusals as refusalsKo,
  pairingWords as ko,
} from '../ko/machines.ts'

type Same<T> = { [key in keyof T]: string }

export const machineRefusals: Same<typeof refusalsKo> = {
  machineUnknown: 'This hall has no PC of that name. Look at the counters in the settings of the hall.',
  deviceUnknown: 'That is not the device that is paired now. Look at the list again.',
  shutOut:
    'This PC has been shut out and records nothing new. Ask the administrator for an invitation and pair it anew.',
  pairAddress: 'That is no address of a server. Type it as the invitation says, for example 192.168.0.10:4183.',
  pairCode: 'A code has 16 digits and letters. Look whether one is missing.',
  pairUnreachable: 'No hall server answers at that address. Check the address and the network cable.',
  pairOtherHall:
    'The record of this PC is of another hall. Pair it with that hall again, or start with a new data folder.',
  pairedAlready: 'This PC is paired already.',
  pairOther: 'That invitation is for another PC. Ask for one in the name of this PC.',
  pairNotProven:
    'The server that answered did not make this invitation. Nothing was paired and nothing was kept. Check the address and tell the administrator.',
  inviteNone: 'There is no invitation for this PC. Ask the administrator for one.',
  inviteWrong: 'The code is not right. Look at the invitation and type it again.',
  inviteSpent: 'The code was wrong five times, so the invitation is void. Ask the administrator for a new one.',
  inviteExpired: 'The invitation is more than 10 minutes old. Ask the administrator for a new one.',
  inviteUsed:
    'The invitation has been used. If it was not used on this PC, tell the administrator at once, and ask for a new one.',
  pairTooOften: 'Too many tries. Try again in 10 seconds.',
  pairRecovering:
    'The server is being brought back from a copy and pairs no PC meanwhile. Turn on every paired PC, or let the supervisor go on without waiting; where no supervisor’s PC is left, changgu end-recovery on the server does the same. Then use the same invitation again. After ten minutes ask for a new one.',
  pairFailed: 'The server could not save the pairing. Try again in a moment; if it goes on, tell the administrator.',
}

export const machineHappenings: Same<typeof happeningsKo> = {
  machineInvited: 'PC invited',
  machinePaired: 'PC paired',
  machineRevoked: 'PC shut out',
}

export const pairingWords: typeof ko = {
  title: 'Pair this PC with its hall',
  text: 'Type the address and the code of the invitation that the administrator gave you. It is good for 10 minutes, and once.',
  steps: [
    "The administrator invites this PC under Administration (F8) of the supervisor's PC, or on the server.",
    'Type address and code, read the QR code with a scanner, or paste the text of the invitation file.',
    'When server and PC have proved themselves to each other, the PC is paired and its screen opens.',
  ],
  machine: 'Name of this PC',
  address: 'Address of the server',
  addressHint: 'For example 192.168.0.10:4183',
  code: 'Code of the invitation',
  codeHint: '16 digits and letters; capitals and hyphens do not matter.',
  found: 'Servers that announce themselves on this network',
  foundNote: 'An announcement is a hint only. The code proves whether it is the server of your hall.',
  take: (address) => `Use ${address}`,
  action: 'Pair',
  busy: 'Server and PC are proving themselves to each other.',
  left: (n) => (n === 1 ? 'One more try is left.' : `${n} more tries are left.`),
  again: 'Pair anew…',
  againTitle: 'Pair this PC anew',
  back: 'Back',
  band: {
    revoked: {
      title: 'This PC has been shut out.',
      text: 'The hall takes nothing from it any more. What is on this PC can still be read. To go on, ask the administrator for an invitation and pair it anew.',
    },
    unknownDevice: {
      title: 'The hall server does not know this PC.',
      text: 'The server may have been restored from an older backup. What is on this PC is safe. Ask the administrator for an invitation and pair it anew.',
    },
    impostor: {
      title: 'Another server answers in the place of the hall server.',
      text: 'Its proof is wrong: no line was opened and nothing was sent. You can go on working. Tell the administrator at once.',
    },
    wrongName: {
      title: 'The server that answered has not the name of this hall.',
      text: 'No line was opened and nothing was sent. You can go on working. Tell the administrator at once.',
    },
    certExpired: {
      title: 'The certificate of the server does not fit the date of today.',
      text: 'Look whether the clock of this PC is right; if it is, ask the administrator to restart the server. You can go on working.',
    },
  },
}
