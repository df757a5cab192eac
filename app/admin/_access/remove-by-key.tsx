'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { DangerDialog } from '#app/_ui/confirmation/danger-dialog.tsx'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { SectionCard } from '#app/_ui/lists/section-card.tsx'
import { useNote } from '#app/_ui/messages/toasts.tsx'

/** What is removed. */
type Target =
  | { kind: 'group'; key: string }
  | { kind: 'role'; app: string; key: string }
  | { kind: 'policy'; app: string; key: string }

const LISTS = { group: '/admin/groups', role: '/admin/roles', policy: '/admin/policies' }

function send(target: Target): Promise<unknown> {
  if (target.kind === 'group') return answer(api.admin.groups[':key'].$delete({ param: target }))
  if (target.kind === 'role') return answer(api.admin['app-roles'][':app'][':key'].$delete({ param: target }))
  const { app, key: id } = target
  return answer(api.admin.policies[':app'][':id'].$delete({ param: { app, id } }))
}

type Props = {
  target: Target
  words: { section: string; means: string; button: string; title: string; confirm: string; done: string }
  /** Who loses what. */
  facts: readonly string[]
}

/** Removes a group, a role or a policy, once its key was typed, and leads to the list. */
export function RemoveByKey({ target, words, facts }: Props) {
  const say = useWords('adminAccess')
  const router = useRouter()
  const note = useNote()
  const [open, setOpen] = useState(false)

  function removed() {
    note(words.done)
    router.push(LISTS[target.kind])
  }

  return (
    <SectionCard title={words.section}>
      <p className="mb-4 max-w-xl text-sm text-soft">{words.means}</p>
      <Button look="danger" onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      <DangerDialog
        open={open}
        words={{ title: words.title, act: words.confirm, keep: say('keep'), type: target.key }}
        facts={[...facts, say('toldOwners')]}
        act={() => send(target)}
        keep={() => setOpen(false)}
        after={removed}
      />
    </SectionCard>
  )
}
