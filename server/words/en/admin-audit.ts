/** What administrators did. */
export const adminAudit = {
  title: 'Audit',
  about: 'Everything that administrators did, the newest first. Nothing can be removed or changed here unseen.',
  aboutOne: 'What administrators did to {whom}, the newest first.',
  list: 'What administrators did, newest first',
  none: 'Nothing here',
  noneHint: 'Nobody has done anything yet, or there is nothing older.',
  everybody: 'Of everybody',
  newest: 'Newest',
  older: 'Older',
  operator: 'The operator',
  gone: 'Person {id} (deleted)',
  acts: {
    first_owner_made: '{who} made {whom} the first owner',
    person_suspended: '{who} suspended {whom}',
    person_unsuspended: '{who} ended the suspension of {whom}',
    sessions_ended: '{who} ended the sessions of {whom}',
    recovery_cancelled: '{who} cancelled the recovery of {whom}',
    role_granted: '{who} gave {whom} the role “{role}”',
    role_removed: '{who} took the role “{role}” from {whom}',
    roles_confirmed: '{who} confirmed the roles of {whom}',
<<<<<<< HEAD
=======
    letters_retried: '{who} had the refused e-mails sent again',
>>>>>>> wt-b
    sign_up_changed: '{who} changed who may sign up',
    invited: '{who} made an invitation',
    invitation_revoked: '{who} withdrew an invitation',
    person_approved: '{who} approved {whom}',
    person_declined: '{who} declined {whom}',
<<<<<<< HEAD
    group_put: '{who} changed the group “{target}”',
    group_removed: '{who} removed the group “{target}”',
    member_put: '{who} added {whom} to a group',
    member_removed: '{who} took {whom} out of a group',
    app_role_put: '{who} changed the role “{target}” of an app',
    app_role_removed: '{who} removed the role “{target}” of an app',
    app_role_given: '{who} gave a role in an app',
    app_role_taken: '{who} took a role in an app',
    policy_put: '{who} changed the policy “{target}”',
    policy_removed: '{who} removed the policy “{target}”',
    service_key_made: '{who} made a service key',
    service_key_revoked: '{who} revoked a service key',
    letters_retried: '{who} had the refused e-mails sent again',
=======
>>>>>>> wt-b
    unheard: 'An act that this page doesn’t know yet: {act}',
  },
  reason: 'Reason: {reason}',
  number: 'Act {seq, number}',
  here: 'At the command line',
  person: 'Open this person',
  export: {
    title: 'Take it with you',
    verify:
      'Each act is linked to the one before it. Download all of them, and <code>npx latchkey verify-activity {file}</code> finds an act that is missing or was changed, on any computer and without this server. Keep older downloads: only they show whether the whole chain was written anew.',
    button: 'Download as JSON',
    done: 'Saved as {file}.',
  },
} as const
