import { Fingerprint, KeyRound, LifeBuoy } from '#app/_ui/marks/icons.ts'
import { words } from '#app/_web/words.tsx'

const STEPS = [
  { step: 'make', icon: KeyRound },
  { step: 'unlock', icon: Fingerprint },
  { step: 'lose', icon: LifeBuoy },
] as const

/** The three things to understand about passkeys here. */
export async function HowItWorks() {
  const say = await words('home')
  return (
    <section aria-labelledby="how" className="border-t border-line py-14 sm:py-20">
      <h2 id="how" className="text-2xl">
        {say('how')}
      </h2>
      <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
        {STEPS.map(({ step, icon: Icon }) => (
          <li key={step}>
            <span className="flex size-11 items-center justify-center rounded-md bg-accent-tint text-link">
              <Icon aria-hidden="true" className="size-5.5" strokeWidth={1.75} />
            </span>
            <h3 className="mt-4 text-lg">{say(`steps.${step}.title`)}</h3>
            <p className="mt-1.5 text-soft">{say(`steps.${step}.text`)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
