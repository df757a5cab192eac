import { TextLink } from '#app/_ui/controls/text-link.tsx'
import { CircleAlert, CircleCheck } from '#app/_ui/marks/icons.ts'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { ownEmails, ownFallbacks, ownPasskeys, type ShownEvent } from '#app/_web/own.ts'
import { words } from '#app/_web/words.tsx'

type Line = { text: string; fine?: true; link?: { to: string; say: string } }

/** What may have been left open after a time, and where each thing is closed. What began with the account is older than its session. */
export async function WhatToClose({ since, events }: { since: number; events: ShownEvent[] }) {
  const [say, passkeys, emails, fallbacks] = await Promise.all([
    words('notMe'),
    ownPasskeys(),
    ownEmails(),
    ownFallbacks(),
  ])
  const toPasskeys = { to: '/account/passkeys', say: say('close.look') }
  const toEmails = { to: '/account/emails', say: say('close.lookAddresses') }
  const toFallbacks = { to: '/account/fallbacks', say: say('close.toFallbacks') }
  const newPasskeys = passkeys.filter(({ createdAt }) => createdAt > since)
  const newEmails = emails.filter(({ createdAt }) => createdAt > since)
  const did = (kind: RegExp) => events.some((event) => kind.test(event.kind))
  const lines: (Line | false)[] = [
    ...newPasskeys.map(({ name }) => ({ text: say('close.passkey', { name }), link: toPasskeys })),
    newPasskeys.length === 0 && { text: say('close.noPasskey'), fine: true },
    ...newEmails.map(({ address }) => ({ text: say('close.address', { address }), link: toEmails })),
    newEmails.length === 0 && { text: say('close.noAddress'), fine: true },
    did(/^passkey_removed$/) && { text: say('close.removed'), link: toPasskeys },
    did(/^email_removed$/) && { text: say('close.removed'), link: toEmails },
    did(/^(totp_off|totp_replaced|password_removed|password_changed)$/) && {
      text: say('close.removed'),
      link: toFallbacks,
    },
    fallbacks.backupCodes.remaining > 0 && { text: say('close.codes'), link: toFallbacks },
    fallbacks.password !== undefined && { text: say('close.password'), link: toFallbacks },
    events.some(({ details }) => details.way === 'mailbox_code') && { text: say('close.mailbox') },
  ]
  return (
    <Rows label={say('close.title')}>
      {lines
        .filter((line) => line !== false)
        .map(({ text, fine, link }) => {
          const Icon = fine ? CircleCheck : CircleAlert
          return (
            <li key={`${text} ${link?.to}`} className="flex gap-3.5 px-5 py-3.5">
              <Icon
                aria-hidden="true"
                className={`mt-0.5 size-5 shrink-0 ${fine ? 'text-link' : 'text-warn'}`}
                strokeWidth={1.9}
              />
              <p className="min-w-0 flex-1 sm:flex sm:justify-between sm:gap-4">
                <span className="block">{text}</span>
                {link && (
                  <TextLink href={link.to} className="shrink-0 max-sm:mt-1 max-sm:inline-block">
                    {link.say}
                  </TextLink>
                )}
              </p>
            </li>
          )
        })}
    </Rows>
  )
}
