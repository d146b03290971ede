import type { ReactNode } from 'react'

/** A table of the page 관리: it scrolls by itself, and is reached by keys. */
export function AdminTable({ label, heads, children }: { label: string; heads: object; children: ReactNode }) {
  return (
    <div className="records admin-table" role="region" aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {Object.values(heads).map((head: string) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
