import { CircleAlert } from '#app/_ui/marks/icons.ts'

/** What is wrong with a field, read out when it appears and tied to the field by its id. */
export function FieldFault({ id, children }: { id: string; children: string | undefined }) {
  return (
    <div id={id} aria-live="polite">
      {children && (
        <p className="mt-2 flex items-start gap-1.5 text-sm text-danger">
          <CircleAlert aria-hidden="true" className="mt-[0.2em] size-4 shrink-0" />
          <span>{children}</span>
        </p>
      )}
    </div>
  )
}
