export const trouble = {
  title: 'Something went wrong',
  ours: 'This is our fault, not yours. Nothing was changed. Please try again in a moment.',
  reference: 'Reference for the operator:',
  again: 'Try again',
  home: 'Go to the start page',
} as const
