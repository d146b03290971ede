import { Menu, MenuItem, MenuTrigger, Popover, Button as AriaButton } from 'react-aria-components'
import { guidanceTopics } from '../../../domain/case/intake.ts'
import type { CaseView } from '../../../domain/views/views.ts'
import { Button } from '../../common/button.tsx'
import { WithKorean } from '../../common/korean.tsx'
import type { Ways } from '../../common/presses.ts'
import { Problem } from '../../common/problem.tsx'
import type { Act } from '../../common/use-act.ts'
import { useKeys } from '../../common/use-keys.ts'
import { usePresses } from '../../common/use-presses.ts'
import { useWords, wordsIn } from '../../text/text.ts'
import { goHome, startReceive } from '../place.ts'
import { readSiteVisit, siteVisitOf } from '../receive/site-visit.ts'
import { BarHint } from './bar-hint.tsx'
import type { CaseForm } from './case-forms.tsx'
import { isLeft, openStep, primaryId } from './open-step.ts'
import { useStale } from './use-stale.ts'

type Props = {
  seen: CaseView
  act: Act
  /** The day of the site visit, as it was typed beside the guidance. */
  siteVisit: string
  isFormOpen: boolean
  /** It was voided here today, and can be received again with its time. */
  isReplaceable: boolean
  onForm: (form: CaseForm) => void
}
type Words = ReturnType<typeof useWords>
type Primary = { words: string; closed?: string; hint?: string; go: () => void }

/** The same key does one step after the other, however fast. */
const ways: Ways = { waits: 'closed', twinWithin: 0 }

/** What can be done with the case now; it never scrolls away, and its first button says what will be true. */
export function CaseBar({ seen, act, siteVisit, isFormOpen, isReplaceable, onForm }: Props) {
  const words = useWords()
  const primaryIn = (spoken: Words) =>
    guidePrimary(seen, spoken, act, siteVisit) ?? primaryOf(seen, spoken, act, onForm)
  const primary = primaryIn(words)
  const presses = usePresses(act, ways, () => ({
    closed: primary.closed === undefined ? undefined : (language) => whyClosed(primaryIn(wordsIn(language))),
    go: primary.go,
  }))
  const press = () => presses('primary')
  useKeys(isFormOpen ? {} : { 'Mod+Enter': press })
  const why = primary.closed === undefined ? undefined : whyClosed(primary)
  useStale(act, JSON.stringify([seen.next, siteVisit]), why === undefined ? [] : [why])
  const isOpen = seen.mine && seen.state !== 'closed'
  return (
    <footer className="bar">
      {isOpen && <Secondary seen={seen} act={act} onForm={onForm} />}
      {isReplaceable && <Button onPress={() => startReceive(seen.kind, seen.case)}>{words.formerKind.again}</Button>}
      <div className="grow bar-hint">
        {act.problem === undefined ? (
          <BarHint seen={seen} onForm={onForm}>
            {primary.hint}
          </BarHint>
        ) : (
          <Problem>{act.problem}</Problem>
        )}
      </div>
      <span id={primaryId} tabIndex={-1} className="primary-place" ref={passFocus}>
        <Button
          look="primary"
          size="large"
          keyCap="Ctrl+Enter"
          closed={primary.closed}
          onPress={press}
          onClosed={press}
        >
          <WithKorean>{primary.words}</WithKorean>
        </Button>
      </span>
    </footer>
  )
}

const whyClosed = ({ hint, closed = '' }: Primary): string => hint ?? closed

/** The place of the button takes the focus by its name and gives it to the button. */
function passFocus(place: HTMLSpanElement | null): void {
  if (place) place.onfocus = (e) => e.target === place && place.querySelector('button')?.focus()
}

/** 시행령 제6조 제4항: the guidance comes before all work. */
function guidePrimary(
  seen: CaseView,
  { intake }: ReturnType<typeof useWords>,
  act: Act,
  siteVisit: string,
): Primary | undefined {
  if (seen.next !== 'guide' || !seen.mine) return undefined
  const { guidance } = intake
  const day = readSiteVisit(siteVisit)
  const told = { type: 'giveGuidance' as const, case: seen.case, topics: [...guidanceTopics] }
  return {
    words: guidance.done,
    hint: guidance.lead,
    go: () =>
      day === 'wrong'
        ? act.say((language) => wordsIn(language).intake.guidance.badDay)
        : void act.run({ ...told, ...siteVisitOf(siteVisit) }),
  }
}

function primaryOf(seen: CaseView, words: Words, act: Act, onForm: (form: CaseForm) => void): Primary {
  const { acts, documents } = words.case
  const {
    acts: names,
    form: { more },
  } = words.procedure
  if (seen.state === 'closed' || !seen.mine) return { words: acts.leave, go: goHome }
  if (seen.next === 'arrive')
    return {
      words: more(names.receiveSupplement.name),
      hint: acts.stopped,
      go: () => onForm('receiveSupplement'),
    }
  if (seen.next === 'resume') {
    const isOfMany = seen.procedure.clock.stops.some((s) => s.to === undefined && s.reason === 'representatives')
    const form = isOfMany ? 'nameRepresentatives' : 'resumeClock'
    return { words: more(names[form].name), hint: acts.stopped, go: () => onForm(form) }
  }
  const step = openStep(seen)
  if (step) {
    const left = step.checks.filter(isLeft)
    const finish = () => void act.run({ type: 'finishStep', case: seen.case, step: step.step })
    const first = left[0]?.text
    return {
      words: acts.finish(step.title),
      go: finish,
      ...(first === undefined ? {} : { closed: '', hint: acts.left(left.length, first) }),
    }
  }
  if (seen.next === 'decide') return { words: acts.decide, go: () => onForm('decide') }
  if (seen.next === 'notify') return { words: acts.notify, go: () => onForm('notify') }
  if (seen.next === 'handOver')
    return {
      words: acts.handOver,
      go: () => onForm('handOver'),
      ...(seen.state === 'awaitingPickup' && { hint: acts.awaiting }),
    }
  return { words: documents.title, closed: acts.none, go: goHome }
}

function Secondary({ seen, act, onForm }: Pick<Props, 'seen' | 'act' | 'onForm'>) {
  const { acts } = useWords().case
  const isHandOver = seen.next === 'handOver'
  const isRefused = seen.decision?.outcome === 'refused' || seen.decision?.outcome === 'dismissed'
  return (
    <>
      {!seen.decision && (
        <span className="wide">
          <Button onPress={() => onForm('refuse')}>{acts.refuse}</Button>
        </span>
      )}
      {isHandOver && seen.state === 'notified' && !isRefused && (
        <Button onPress={() => void act.run({ type: 'awaitPickup', case: seen.case })}>{acts.await}</Button>
      )}
      <More seen={seen} onForm={onForm} />
    </>
  )
}

/** The acts that are rare, in one menu. */
function More({ seen, onForm }: { seen: CaseView; onForm: (form: CaseForm) => void }) {
  const { acts } = useWords().case
  const items: [CaseForm, string][] = [
    ...(seen.decision ? [] : ([['refuse', acts.refuse]] as [CaseForm, string][])),
    ...(seen.notice ? ([['close', acts.close]] as [CaseForm, string][]) : []),
    ['pass', acts.pass],
    ['void', acts.void],
  ]
  return (
    <MenuTrigger>
      <AriaButton className="button plain normal">{acts.more}</AriaButton>
      <Popover className="menu" placement="top start">
        <Menu aria-label={acts.more} onAction={(key) => onForm(items.find(([form]) => form === key)?.[0] ?? 'pass')}>
          {items.map(([form, text]) => (
            <MenuItem key={form} id={form} className="menu-item">
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
