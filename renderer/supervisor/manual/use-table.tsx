import type { ReactNode } from 'react'
import { useSupervisorWords } from '../../text/supervisor.ts'

type Props = { name: string; heads: string[]; rows: { key: string; cells: ReactNode[] }[] }

/** A table of what was counted. */
export function UseTable({ name, heads, rows }: Props) {
  const { bring } = useSupervisorWords()
  // The panel around it has the name itself.
  const label = bring.use.table(name)
  if (rows.length === 0) return <p className="ink2 use-body">{bring.use.none}</p>
  return (
    <div className="records" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map((head) =>
              head === '' ? (
                <td key="act" />
              ) : (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) => (
                // Cells stand in the order of the heads.
                <td key={heads[i]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
