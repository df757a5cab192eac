import { Button } from '#app/_ui/controls/button.tsx'
import { DialogActions } from '#app/_ui/overlays/dialog-actions.tsx'

/** The button beside the one that sends a form in a dialog: it cancels, or leads back. */
export type Beside = { say: string; onPress: () => void }

type Props = { submit: string; pending: boolean; beside?: Beside }

/** The end of a form: on a page one wide button, in a dialog two. */
export function FormActions({ submit, pending, beside }: Props) {
  if (!beside) {
    return (
      <Button type="submit" look="primary" pending={pending} className="w-full">
        {submit}
      </Button>
    )
  }
  return (
    <DialogActions>
      <Button onClick={beside.onPress}>{beside.say}</Button>
      <Button type="submit" look="primary" pending={pending}>
        {submit}
      </Button>
    </DialogActions>
  )
}
