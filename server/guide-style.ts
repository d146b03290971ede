/** The look of the guide: for a phone first, with large letters and targets. */
export const guideStyle = `
:root { color-scheme: light dark; --ink: #12161c; --ink2: #3b4452; --line: #b9c1cc; --bg: #fff; --soft: #f1f3f6; --accent: #1a4c96; --on: #fff; --warn: #834600; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f1f3f6; --ink2: #c3cad4; --line: #5a6472; --bg: #12161c; --soft: #1d232b; --accent: #9cc0f5; --on: #12161c; --warn: #f0b76a; }
}
* { box-sizing: border-box; margin: 0; padding: 0; }
html { font: 400 1.125rem/1.6 'Apple SD Gothic Neo', 'Malgun Gothic', 'Noto Sans KR', sans-serif; color: var(--ink); background: var(--bg); word-break: keep-all; overflow-wrap: anywhere; -webkit-text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: 0 1rem 3rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: 1rem; top: -6rem; background: var(--bg); padding: 0.75rem; }
.skip:focus { top: 0.5rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding: 0.5rem 0; border-bottom: 1px solid var(--line); }
header a, .back, summary { display: inline-flex; align-items: center; min-height: 48px; }
h1 { font-size: 1.625rem; line-height: 1.3; margin: 1.25rem 0 0.25rem; }
h2 { font-size: 1.25rem; margin: 2rem 0 0.5rem; }
.small, .count { font-size: 1rem; font-weight: 400; color: var(--ink2); }
form { margin-top: 1rem; }
label.ask, legend { font-weight: 700; display: block; padding: 0; }
fieldset { border: 0; margin-top: 1.25rem; min-width: 0; }
.choices { display: grid; gap: 0.5rem; margin-top: 0.5rem; }
.choices label { display: flex; align-items: center; gap: 0.75rem; min-height: 52px; padding: 0.5rem 1rem; border: 1px solid var(--ink2); border-radius: 8px; }
.choices label:has(:checked) { border: 2px solid var(--accent); background: var(--soft); }
input[type='radio'] { width: 1.5rem; height: 1.5rem; flex: none; accent-color: var(--accent); }
input[type='search'], input[type='text'] { font: inherit; color: inherit; background: var(--bg); width: 100%; min-height: 52px; padding: 0.5rem 1rem; border: 1px solid var(--ink2); border-radius: 8px; margin-top: 0.5rem; }
button { font: inherit; font-weight: 700; width: 100%; min-height: 56px; margin-top: 1rem; border: 0; border-radius: 8px; color: var(--on); background: var(--accent); cursor: pointer; }
ul, ol { list-style: none; }
.kinds a { display: flex; flex-direction: column; justify-content: center; min-height: 52px; padding: 0.5rem 0; border-bottom: 1px solid var(--line); text-decoration: none; }
summary { min-height: 52px; width: 100%; border-bottom: 1px solid var(--line); cursor: pointer; font-weight: 700; }
details .kinds { padding-left: 1rem; }
.bring { counter-reset: bring; }
.bring > li { counter-increment: bring; display: grid; grid-template-columns: 2rem 1fr; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
.bring > li::before { content: counter(bring); font-weight: 700; }
.bring b { display: block; }
.identity { margin-top: 0.75rem; padding: 0.75rem 1rem; border: 2px solid var(--accent); border-radius: 8px; }
.identity b { display: block; }
.tag { display: inline-block; font-size: 1rem; font-weight: 700; color: var(--warn); }
.others > li { padding: 0.5rem 0 0.5rem 2rem; border-bottom: 1px solid var(--line); position: relative; }
.others > li::before { content: attr(data-sign); position: absolute; left: 0.25rem; font-weight: 700; }
dl { border-top: 2px solid var(--ink); margin-top: 2rem; }
dl div { display: grid; grid-template-columns: 6.5rem 1fr; gap: 0.5rem; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 700; }
dd a { display: inline-flex; align-items: center; min-height: 44px; }
.note { margin-top: 1.5rem; color: var(--ink2); font-size: 1rem; }
`
