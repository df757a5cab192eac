'use client'

import { VersionRow } from '#app/admin/settings/version-row.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import type { ShownSignUp } from '#app/_web/admin-sign-up.ts'

/** Who changed what when. Each earlier version can be brought back. */
export function SignUpVersions({ signUp, mayChange }: { signUp: ShownSignUp; mayChange: boolean }) {
  const say = useWords('adminSignUp')
  return (
    <section className="mt-10">
      <h2 className="mb-3 text-lg">{say('versions.title')}</h2>
      <Rows label={say('versions.title')}>
        {signUp.versions.map((version, at) => (
          <VersionRow key={version.version} version={version} signUp={signUp} mayBringBack={mayChange && at > 0} />
        ))}
      </Rows>
    </section>
  )
}
