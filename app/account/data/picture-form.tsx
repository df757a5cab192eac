'use client'

import { type ChangeEvent, useRef } from 'react'
import { answer, api } from '#app/_ui/api/api.ts'
import { Problem } from '#app/_ui/api/problem.ts'
import { useAction } from '#app/_ui/api/use-action.ts'
import { Button } from '#app/_ui/controls/button.tsx'
import { useWords } from '#app/_ui/language/words.tsx'
import { Avatar } from '#app/_ui/marks/avatar.tsx'
import { Fault } from '#app/_ui/messages/fault.tsx'
import { useDone } from '#app/_ui/messages/use-done.ts'
import type { ShownPerson } from '#app/_web/person.ts'
import { squareOf } from '#app/account/data/square.ts'

/** The picture of a person: chosen, seen as the server keeps it, and removed. */
export function PictureForm({ initials, picture }: Pick<ShownPerson, 'initials' | 'picture'>) {
  const say = useWords('data')
  const done = useDone()
  const input = useRef<HTMLInputElement>(null)
  const set = useAction(async (file: File) => {
    const body = await squareOf(file)
    if (!body) throw new Problem({ code: 'picture_unusable', status: 422, sentence: say('pictureUnreadable') })
    await answer(api.account.picture.$put({}, { init: { body, headers: { 'content-type': body.type } } }))
    done(say('pictureSaved'))
  })
  const remove = useAction(async () => {
    await answer(api.account.picture.$delete())
    done(say('pictureGone'))
    // Its button goes with the picture.
    input.current?.parentElement?.querySelector('button')?.focus()
  })

  function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [file] = target.files ?? []
    // The same file may be chosen once more.
    target.value = ''
    if (!file) return
    remove.forget()
    void set.run(file)
  }

  function takeAway() {
    set.forget()
    void remove.run()
  }

  return (
    <div className="mb-6">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-4">
        <Avatar initials={initials} picture={picture} className="size-20 text-2xl" />
        <div className="min-w-0 flex-1 basis-56">
          <p className="mb-3 text-sm text-soft">{say('pictureHint')}</p>
          <div className="flex flex-wrap gap-2">
            <Button size="small" pending={set.pending} onClick={() => input.current?.click()}>
              {say(picture === undefined ? 'pictureChoose' : 'pictureChange')}
            </Button>
            {picture !== undefined && (
              <Button look="quiet" size="small" pending={remove.pending} onClick={takeAway}>
                {say('pictureRemove')}
              </Button>
            )}
            <input ref={input} type="file" accept="image/*" hidden aria-label={say('picture')} onChange={choose} />
          </div>
        </div>
      </div>
      <div className="not-empty:mt-4">
        <Fault>{set.fault ?? remove.fault}</Fault>
      </div>
    </div>
  )
}
