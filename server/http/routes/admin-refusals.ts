/** Whoever has no role is told `not_found`; a role without the permission, or a session without a passkey, `forbidden`. */
export const CLOSED = ['not_found', 'forbidden', 'confirmation_required'] as const
/** What an act with a touch is refused with. */
export const TOUCHED = [...CLOSED, 'touch_required', 'not_settled'] as const
/** What an act on a person is refused with. */
export const ON_PERSON = [...TOUCHED, 'own_account', 'outranked'] as const
