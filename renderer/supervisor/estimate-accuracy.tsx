import { Dialog } from '../common/dialog.tsx'
import { shortDay } from '../common/format.ts'
import { Loading } from '../common/loading.tsx'
import { useView } from '../common/store.ts'
import { useSupervisorWords } from '../text/supervisor.ts'
import { useLanguage } from '../text/text.ts'
import { CloseButton } from './close-button.tsx'
import { close } from './place.ts'

/** 예상의 정확도: of each day that has one, today first. */
export function EstimateAccuracy() {
  const days = useView({ of: 'accuracy' })
  const { accuracy: w } = useSupervisorWords()
  const language = useLanguage()
  return (
    <Dialog title={w.title} onClose={close}>
      <p className="meta">{w.text}</p>
      {!days && <Loading />}
      {days?.length === 0 && <p className="empty">{w.none}</p>}
      {days && days.length > 0 && (
        <table className="accuracy">
          <thead>
            <tr>
              <th scope="col">{w.day}</th>
              <th scope="col">{w.called}</th>
              <th scope="col">{w.within}</th>
              <th scope="col">{w.off}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((d) => (
              <tr key={d.day}>
                <th scope="row">{shortDay(d.day, language)}</th>
                <td>{w.people(d.called)}</td>
                <td>{w.part(d.within, d.called)}</td>
                <td>{w.minutes(d.off)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <CloseButton />
    </Dialog>
  )
}
