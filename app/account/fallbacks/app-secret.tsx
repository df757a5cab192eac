'use client'

import { buttonLook } from '#app/_ui/controls/button-look.ts'
import { CopyButton } from '#app/_ui/controls/copy-button.tsx'
import { ExternalLink } from '#app/_ui/marks/icons.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** The secret of an authenticator app: as a picture for its camera, as a link for this device, as text for the keyboard. */
export function AppSecret({ secret, uri, qr }: { secret: string; uri: string; qr: string }) {
  const say = useWords('fallbacks')
  return (
    <>
      <p className="mb-4 text-soft">{say('setUpApp.scan')}</p>
      {/* White around it in the dark too, or cameras do not see where it ends. */}
      <img
        src={`data:image/svg+xml;base64,${btoa(qr)}`}
        alt={say('setUpApp.picture')}
        className="mx-auto size-52 rounded-md border border-line bg-[white] p-2"
      />
      <div className="mt-3 text-center">
        <a href={uri} className={buttonLook('quiet', 'small')}>
          <ExternalLink aria-hidden="true" className="size-4" />
          <span>{say('setUpApp.openHere')}</span>
        </a>
      </div>
      <div className="mt-3 rounded-md bg-sunken p-4">
        <div className="mb-1 flex items-center justify-between gap-3">
          <h3 className="text-sm font-medium tracking-normal">{say('setUpApp.typeKey')}</h3>
          <CopyButton text={secret} what={say('setUpApp.key')} />
        </div>
        <p className="font-mono text-sm tracking-wide text-ink">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      </div>
    </>
  )
}
