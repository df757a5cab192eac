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
      {/* A phone cannot scan its own screen: there the link comes first. */}
      <div className="mt-2 mb-5 hidden pointer-coarse:block">
        <a href={uri} className={`${buttonLook('primary', 'normal')} w-full`}>
          <ExternalLink aria-hidden="true" className="size-4.5" />
          <span>{say('setUpApp.openHere')}</span>
        </a>
      </div>
      <p className="mb-4 hidden text-soft pointer-coarse:block">{say('setUpApp.scanElsewhere')}</p>
      <p className="mb-4 text-soft pointer-coarse:hidden">{say('setUpApp.scan')}</p>
      {/* White around it in the dark too, or cameras do not see where it ends. */}
      <img
        src={`data:image/svg+xml;base64,${btoa(qr)}`}
        alt={say('setUpApp.picture')}
        className="mx-auto size-52 rounded-md border border-line bg-[white] p-2"
      />
      <div className="mt-3 text-center pointer-coarse:hidden">
        <a href={uri} className={buttonLook('quiet', 'small')}>
          <ExternalLink aria-hidden="true" className="size-4" />
          <span>{say('setUpApp.openHere')}</span>
        </a>
      </div>
      <div className="mt-3 rounded-md bg-sunken p-4">
        <div className="mb-1 flex items-center justify-between gap-3">
          <h3 className="text-sm font-medium tracking-normal">{say('setUpApp.typeKey')}</h3>
          <div className="shrink-0">
            <CopyButton text={secret} what={say('setUpApp.key')} />
          </div>
        </div>
        <p className="font-mono text-sm tracking-wide text-ink">{secret.match(/.{1,4}/g)?.join(' ')}</p>
      </div>
    </>
  )
}
