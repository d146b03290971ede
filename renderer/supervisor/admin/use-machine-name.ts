import type { MachineLine } from '../../../domain/view-machines.ts'
import { useSupervisorWords } from '../../text/supervisor.ts'
import { useWords } from '../../text/text.ts'

/** How a machine is called on the screen: 창구 7, or 감독자 PC. */
export function useMachineName(): (line: Pick<MachineLine, 'counter'>) => string {
  const words = useWords()
  const { admin } = useSupervisorWords()
  return ({ counter }) => (counter ? words.counter(counter.number) : admin.machines.supervisor)
}
