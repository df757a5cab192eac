/** The classes of every one-line input. Sixteen pixels, or phones zoom in. */
export const INPUT_LOOK =
  'block w-full min-h-11 rounded-md border border-edge bg-surface px-3.5 py-2 text-base text-ink shadow-control transition-colors ' +
  'placeholder:text-soft hover:border-soft focus:border-accent focus:outline-2 focus:-outline-offset-1 focus:outline-accent ' +
  'aria-invalid:border-danger aria-invalid:focus:outline-danger'
