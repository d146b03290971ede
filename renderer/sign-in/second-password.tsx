import { useWords } from '../text/text.ts'
import { SecretField } from './secret-field.tsx'

type Props = { name: string; value: string; onChange: (value: string) => void }

/** The second person of an act proves it here, at this PC. */
export function SecondPassword({ name, value, onChange }: Props) {
  const { second: w } = useWords().signIn
  return <SecretField label={w.password(name)} hint={w.hint} value={value} onChange={onChange} disabled={name === ''} />
}
