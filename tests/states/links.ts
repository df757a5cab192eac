import { press, read, see } from '#tests/states/act.ts'
import { story } from '#tests/states/story.ts'

/** The link that stops a recovery. */
export const cancelLink = story(
  'the link that stops a recovery',
  ['cancel', 'cancel-word-missed', 'cancel-done', 'cancel-dead'],
  async ({ person, mailbox, say, show }) => {
    const words = say('links')
    await person.signUp()
    const back = await person.elsewhere()
    await back.startRecovery()
    const link = await mailbox.link(person.email, 'recovery-started')
    const { page: owner } = await person.elsewhere()
    await owner.goto(link)
    await see(owner, words('cancel.title'))
    await show('cancel', owner)
    await owner.getByRole('textbox').fill('NO')
    await press(owner, words('cancel.action'))
    await read(owner, say('components')('wordMissed', { word: 'CANCEL' }))
    await show('cancel-word-missed', owner)
    await owner.getByRole('textbox').fill('CANCEL')
    await press(owner, words('cancel.action'))
    await see(owner, words('cancel.done'))
    await show('cancel-done', owner)
    await owner.goto(link)
    await see(owner, words('cancel.dead'))
    await show('cancel-dead', owner)
  },
)
