import type { ReactNode } from 'react'
import { Closed } from '#app/admin/_shell/closed.tsx'
import { type Admin, adminDoor, type Permission } from '#app/_web/admin.ts'

/**
 * Makes a page of administration. It is rendered for administrators with the permission, in a session that a passkey opened
 * and that was confirmed lately. Anybody else reads why it is closed, and without a role, that there is no such page.
 */
export function adminPage<Props>(permission: Permission, page: (admin: Admin, props: Props) => Promise<ReactNode>) {
  return async function AdminPage(props: Props): Promise<ReactNode> {
    const door = await adminDoor(permission)
    return door.closed ? <Closed why={door.closed} /> : page(door.admin, props)
  }
}
