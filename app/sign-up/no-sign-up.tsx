import { ButtonLink } from '#app/_ui/controls/button-link.tsx'
import { words } from '#app/_web/words.tsx'

/** Says that nobody makes an account here at the moment, or only with an invitation. */
export async function NoSignUp({ why, signIn }: { why: 'closed' | 'invitation'; signIn: string }) {
  const say = await words('signUp')
  return (
    <>
      <h1 className="text-2xl">{say(`${why}.title`)}</h1>
      <p className="mt-1.5 text-soft">{say(`${why}.what`)}</p>
      <p className="mt-3 mb-6 text-soft">{say(`${why}.how`)}</p>
      <ButtonLink look="primary" href={signIn} className="w-full">
        {say('signIn')}
      </ButtonLink>
    </>
  )
}
