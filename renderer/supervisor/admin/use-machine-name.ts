import type { MachineLine } from '../../../domain/views/view-machines.ts'
import { useView } from '../../common/store.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'

/** How a machine is called on the screen: 창구 7, 안내 태블릿 1, or 감독자 PC. */
export function useMachineName(): (line: Pick<MachineLine, 'machine' | 'counter' | 'isGuide'>) => string {
  const words = useWords()
  const { admin } = useSupervisorWords()
  return ({ machine, counter, isGuide }) => {
    if (counter) return words.counter(counter.number)
    // Guides have no number of their own; their names mostly end with one.
    return isGuide ? admin.machines.guide(/\d+$/.exec(machine)?.[0] ?? machine) : admin.machines.supervisor
  }
}

/** The machines as they are called on the screen; the id of one that is not known. */
export function useMachineNames(): (machine: string) => string {
  const machines = useView({ of: 'machines' })?.machines
  const nameOf = useMachineName()
  return (machine) => {
    const line = machines?.find((m) => m.machine === machine)
    return line ? nameOf(line) : machine
  }
}
