import { Button } from '#app/_ui/button.tsx'
import { TextLink } from '#app/_ui/text-link.tsx'

/** The ways out: for whoever found their passkey after all, and from an address that is not the right one. */
export function FoundIt({ onOther }: { onOther: (() => void) | undefined }) {
  return (
    <>
      Found your passkey? <TextLink href="/sign-in">Sign in</TextLink>
      {onOther && (
        <div className="mt-2">
          <Button look="quiet" size="small" onClick={onOther}>
            Use another address
          </Button>
        </div>
      )}
    </>
  )
}
