import { rolesOf } from '../../domain/people/permissions.ts'
import type { PersonView } from '../../domain/views/views.ts'

/** Which of the three pages are for a person: the hall, the manual, 관리. In a small office one has several roles. */
export function pagesOf(person: PersonView): { hall: boolean; manual: boolean; admin: boolean } {
  const roles = rolesOf(person)
  const hall = roles.includes('supervisor')
  return { hall, manual: hall || roles.includes('editor'), admin: hall || roles.includes('administrator') }
}
