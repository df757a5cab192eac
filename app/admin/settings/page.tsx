import type { Metadata } from 'next'
import { adminPage } from '#app/admin/_shell/admin-page.tsx'
import { SignUpForm } from '#app/admin/settings/sign-up-form.tsx'
import { SignUpVersions } from '#app/admin/settings/sign-up-versions.tsx'
import { PageHeading } from '#app/_ui/layout/page-heading.tsx'
import { adminPermissions } from '#app/_web/admin.ts'
import { adminSignUp, mayDo, SIGN_UP_MODES } from '#app/_web/admin-sign-up.ts'
import { Words, words } from '#app/_web/words.tsx'

export async function generateMetadata(): Promise<Metadata> {
  await adminPermissions()
  return { title: (await words('adminSignUp'))('settings.title') }
}

/** What administrators set for the whole instance: who may sign up. */
export default adminPage('read:settings', async (admin) => {
  const [say, signUp] = await Promise.all([words('adminSignUp'), adminSignUp(admin)])
  const mayChange = mayDo(admin, 'change:settings') && !signUp.locked
  return (
    <Words of={['adminSignUp']}>
      <PageHeading title={say('settings.title')}>{say('settings.about')}</PageHeading>
      <SignUpForm signUp={signUp} modes={SIGN_UP_MODES} mayChange={mayChange} />
      {signUp.versions.length > 0 && <SignUpVersions signUp={signUp} mayChange={mayChange} />}
    </Words>
  )
})
