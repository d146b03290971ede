/** The file of a thread beside the module that starts it: as source under plain Node, and bundled in the program. */
export const threadBeside = (module: string, name: string): URL =>
  new URL(`./${name}${module.endsWith('.ts') ? '.ts' : '.js'}`, module)
