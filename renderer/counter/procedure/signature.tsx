import { useEffect, useId, useRef } from 'react'
import SignaturePad from 'signature_pad'
import { Button } from '../../common/button.tsx'
import { Tick } from '../../common/field.tsx'
import { useWords } from '../../text/text.ts'
import { keepStrokes, padSize, readStrokes } from './strokes.ts'

/** How a form is signed: by strokes on the screen, or on paper, which the clerk has seen. */
export type Signed = { strokes?: string; onPaper?: boolean }

/** 서명 (민원처리법 제8조): a pad for pen, finger or mouse, and the tick of the clerk for a signature on paper. */
export function Signature({ value, onChange }: { value: Signed; onChange: (value: Signed) => void }) {
  const { form } = useWords()
  const words = form.signature
  const id = useId()
  const { canvas, clear } = usePad(value.strokes, (strokes) => onChange({ ...value, strokes }))
  const isDrawn = (value.strokes ?? '') !== ''
  return (
    <fieldset className="field">
      <legend>{words.title}</legend>
      <canvas
        ref={canvas}
        className="signature-pad"
        role="img"
        aria-label={`${words.pad}: ${isDrawn ? words.drawn : words.empty}`}
        aria-describedby={id}
      />
      <div className="row">
        <Tick
          label={words.onPaper}
          value={value.onPaper ?? false}
          onChange={(onPaper) => onChange({ ...value, onPaper })}
        />
        <Button size="small" closed={isDrawn ? undefined : ''} onPress={clear}>
          {words.clear}
        </Button>
      </div>
      <span id={id} className="meta">
        {words.hint}
      </span>
    </fieldset>
  )
}

/** The pad on its canvas: what was kept is drawn again, and every finished stroke is told. */
function usePad(kept: string | undefined, tell: (strokes: string) => void) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const shown = useRef('')
  const newest = useRef(tell)
  useEffect(() => {
    newest.current = tell
  })
  useEffect(() => {
    if (!canvas.current) return
    const made = open(canvas.current)
    made.addEventListener('endStroke', () => {
      shown.current = keepStrokes(made.toData())
      newest.current(shown.current)
    })
    pad.current = made
    shown.current = ''
    return () => made.off()
  }, [])
  useEffect(() => {
    if (!pad.current || (kept ?? '') === shown.current) return
    shown.current = kept ?? ''
    draw(pad.current, shown.current)
  }, [kept])
  const clear = () => tell('')
  return { canvas, clear }
}

/** Opens the pad in the pixels of the screen, with the ink of the page. */
function open(canvas: HTMLCanvasElement): SignaturePad {
  const ratio = Math.max(window.devicePixelRatio, 1)
  canvas.width = padSize.width * ratio
  canvas.height = padSize.height * ratio
  canvas.getContext('2d')?.scale(ratio, ratio)
  return new SignaturePad(canvas, { penColor: window.getComputedStyle(canvas).color, minDistance: 2 })
}

function draw(pad: SignaturePad, kept: string): void {
  const { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation } = pad
  const look = { penColor, dotSize, minWidth, maxWidth, velocityFilterWeight, compositeOperation }
  pad.fromData(readStrokes(kept).map(({ points }) => ({ ...look, points })))
}
