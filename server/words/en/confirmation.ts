export const confirmation = {
  title: 'Confirm it’s you',
  byPasskey:
    'This step affects your account’s security. Confirm with one of your passkeys. It then counts for ten minutes.',
  byCode: 'This step affects your account’s security. Your confirmation counts for ten minutes.',
  byBackupCode:
    'This step affects your account’s security. Your confirmation counts for ten minutes and uses up one backup code.',
  acts: {
    remove_passkey: 'You are removing a passkey.',
    remove_app: 'You are turning off the authenticator app.',
    remove_password: 'You are removing the password.',
    replace_app: 'You are replacing the authenticator app.',
    replace_backup_codes: 'You are replacing the backup codes.',
    replace_password: 'You are changing the password.',
    remove_email: 'You are removing an address.',
    promote_email: 'You are choosing another primary address.',
    bring_back_email: 'You are bringing an address back.',
    bring_back_way_in: 'You are bringing a way in back.',
    remove_for_good: 'You are removing a way in for good.',
    delete_account: 'You are deleting the account.',
    cancel_recovery: 'You are cancelling a recovery.',
    suspend_person: 'You are suspending a person.',
    unsuspend_person: 'You are ending the suspension of a person.',
    end_sessions_of: 'You are ending the sessions of a person.',
    cancel_recovery_of: 'You are cancelling the recovery of a person.',
    grant_role: 'You are giving a role to a person.',
    remove_role: 'You are taking a role from a person.',
    confirm_roles: 'You are confirming the roles of a person.',
<<<<<<< HEAD
    become_owner: 'You are becoming the owner of this site.',
    put_group: 'You are changing a group.',
    remove_group: 'You are removing a group.',
    put_member: 'You are adding a person to a group.',
    remove_member: 'You are taking a person out of a group.',
    put_app_role: 'You are changing a role in an app.',
    remove_app_role: 'You are removing a role from an app.',
    give_app_role: 'You are giving a role in an app.',
    take_app_role: 'You are taking a role in an app.',
    put_policy: 'You are changing a policy.',
    remove_policy: 'You are removing a policy.',
    make_service_key: 'You are making a service key.',
    revoke_service_key: 'You are revoking a service key.',
=======
    retry_letters: 'You are sending the refused e-mails again.',
>>>>>>> wt-b
    change_settings: 'You are changing who may sign up.',
    invite: 'You are making an invitation.',
    revoke_invitation: 'You are withdrawing an invitation.',
    approve_person: 'You are approving an account.',
    decline_person: 'You are declining an account, which deletes it.',
<<<<<<< HEAD
    retry_letters: 'You are sending the refused e-mails again.',
=======
>>>>>>> wt-b
  },
  touchByPasskey:
    'Confirm it with a passkey that has belonged to the account for ten days, or since sign-up. That counts for this step only.',
  touchByCode:
    'Confirm it with a code from an app that has belonged to the account for ten days. That counts for this step only.',
  touchByBackupCode:
    'Confirm it with a code that has belonged to the account for ten days. That counts for this step only, and a backup code is used up.',
  confirm: 'Confirm',
  confirmPasskey: 'Confirm with a passkey',
  ratherCode: 'Use a code instead',
  ratherPasskey: 'Use a passkey instead',
  cannot:
    'You can’t confirm in this session. All your passkeys and codes were created after it started, so whoever uses this session could have created them.',
  cannotHint:
    'Sign out and sign in again with your passkey, or with your password if you have one. That counts as a confirmation and brings you back here.',
  signInAgain: 'Sign out and in again',
  appCode: 'Code from your authenticator app',
  appCodeHint: 'Six digits that change every 30 seconds.',
  backupCode: 'Backup code',
  backupCodeHint: 'One of the ten you saved. Each works once.',
  anyCode: 'Code from your app, or a backup code',
  anyCodeHint: 'Six digits from your authenticator app, or one of the backup codes you saved.',
} as const
