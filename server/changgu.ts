import { keepCompiled } from './compiled.ts'

/** `npm run changgu`: what is typed there goes to the command line. */
keepCompiled()
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
