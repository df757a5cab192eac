import { Fingerprint, type Icon, KeyRound, LifeBuoy } from '#app/_ui/icons.ts'

const STEPS: { icon: Icon; title: string; text: string }[] = [
  {
    icon: KeyRound,
    title: 'You make a passkey',
    text: 'Your device makes a pair of keys. The private half stays with you or in your password manager. We keep the public half, which opens nothing by itself.',
  },
  {
    icon: Fingerprint,
    title: 'You unlock it',
    text: 'To sign in, you unlock your device as you always do. It only answers to this very site, so a copy of this page gets nothing out of it.',
  },
  {
    icon: LifeBuoy,
    title: 'You can lose it',
    text: 'An authenticator app or a backup code lets you back in. With nothing left but your mailbox, there is a 24-hour wait that you can stop at any time.',
  },
]

/** The three things to understand about passkeys here. */
export function HowItWorks() {
  return (
    <section aria-labelledby="how" className="border-t border-line py-14 sm:py-20">
      <h2 id="how" className="text-2xl">
        How it works
      </h2>
      <ol className="mt-8 grid gap-8 md:grid-cols-3 md:gap-10">
        {STEPS.map(({ icon: Icon, title, text }) => (
          <li key={title}>
            <span className="flex size-11 items-center justify-center rounded-md bg-accent-tint text-link">
              <Icon aria-hidden="true" className="size-5.5" strokeWidth={1.75} />
            </span>
            <h3 className="mt-4 text-lg">{title}</h3>
            <p className="mt-1.5 text-soft">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}
