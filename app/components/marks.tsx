import { Section, State } from '#app/components/section.tsx'
import { LetterMark } from '#app/_ui/marks/letter-mark.tsx'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { Mark } from '#app/_ui/marks/mark.tsx'
import { Moment } from '#app/_ui/marks/moment.tsx'
import { type Product, Wordmark } from '#app/_ui/marks/wordmark.tsx'

const COLOURS = [
  ['page', 'bg-page'],
  ['surface', 'bg-surface'],
  ['raised', 'bg-raised'],
  ['sunken', 'bg-sunken'],
  ['line', 'bg-line'],
  ['edge', 'bg-edge'],
  ['soft', 'bg-soft'],
  ['ink', 'bg-ink'],
  ['accent', 'bg-accent'],
  ['accent-strong', 'bg-accent-strong'],
  ['accent-tint', 'bg-accent-tint'],
  ['link', 'bg-link'],
  ['brass', 'bg-brass'],
  ['danger', 'bg-danger'],
  ['danger-tint', 'bg-danger-tint'],
  ['warn', 'bg-warn'],
  ['warn-tint', 'bg-warn-tint'],
] as const

/** The mark, the word-mark, the turning points, the colours and the sizes of text. */
export function Marks({ name, mark }: Product) {
  return (
    <Section title="Mark, colours and text">
      <State name="Mark">
        <div className="flex items-end gap-4">
          <Mark src={mark} className="size-16" />
          <Mark src={mark} className="size-10" />
          <Mark src={mark} className="size-7" />
        </div>
      </State>
      <State name="Letter marks: the initial of a provider, in a tint of its name">
        <div className="flex flex-wrap gap-3">
          {['iCloud Keychain', 'Google Password Manager', '1Password', 'Bitwarden', 'Windows Hello'].map((provider) => (
            <LetterMark key={provider} name={provider} />
          ))}
        </div>
      </State>
      <State name="Word-mark">
        <Wordmark name={name} mark={mark} />
      </State>
      <State name="Avatar: initials; a picture takes their place">
        <div className="flex items-end gap-4">
          <Avatar initials="MH" picture={undefined} className="size-20 text-2xl" />
          <Avatar initials="M" picture={undefined} className="size-16 text-xl" />
          <Avatar initials="山太" picture={undefined} />
        </div>
      </State>
      <State name="Moment: in">
        <Moment kind="in" className="" />
      </State>
      <State name="Moment: out">
        <Moment kind="out" className="" />
      </State>
      <State name="Colours" wide>
        <ul className="grid grid-cols-3 gap-3 sm:grid-cols-6">
          {COLOURS.map(([colour, look]) => (
            <li key={colour} className="text-xs text-soft">
              <span className={`mb-1 block h-11 rounded-md border border-line ${look}`} />
              <span>{colour}</span>
            </li>
          ))}
        </ul>
      </State>
      <State name="Text" wide>
        <p className="text-2xl">Title of a page</p>
        <p className="text-xl">Title of a dialog</p>
        <p className="text-lg">Title of a card</p>
        <p>Text that is read</p>
        <p className="text-sm text-soft">Text beside it</p>
        <p className="text-xs text-soft">Small print</p>
        <p className="font-mono text-sm">7K3M-92QX-0TWB-H5RD-8PJV</p>
      </State>
    </Section>
  )
}
