import { makeAdminCode } from '../admin-code.ts'
import type { CommandLine } from './command.ts'
import { hallOptions, inHallSecrets } from './hall-file.ts'

export const adminCode: CommandLine = {
  name: 'admin-code',
  summary:
    'Make the one-time code with which an administrator sets a password, the first one or a lost one (10 minutes, 5 tries).',
  usage: 'admin-code [--data <folder>] [--key-file <file>]',
  options: hallOptions,
  async run({ options }) {
    console.log(inHallSecrets(options, (secrets) => makeAdminCode(secrets, Date.now())))
    console.error(
      'Type it on the supervisor’s PC: 관리자 등록, or 관리자 비밀번호를 잊었을 때. It is good for 10 minutes and 5 tries, and another takes its place.',
    )
    return 0
  },
}
