import { z } from 'zod'
import { isResourceName } from '#server/policies/attributes.ts'
import { Text } from '#server/policies/condition.ts'
import { ResourceType } from '#server/policies/policy.ts'
import { isPermission } from '#server/roles/permission.ts'

const MOST_ATTRIBUTES = 50
const MOST_MEMBERS = 200

const Sent = z.union(
  [Text, z.boolean(), z.int(), z.array(Text).max(MOST_MEMBERS)],
  'must be a text, true or false, a safe integer, or a list of texts',
)

/** Checks what an app asks: a permission, and what it says about a resource. It says nothing about the person or the session. */
export const AskedValue = z.strictObject({
  action: z.string().refine(isPermission, 'must be a permission like read:people'),
  resource: z
    .strictObject({
      type: ResourceType.optional(),
      attributes: z
        .record(z.string().refine(isResourceName, 'must be letters, digits, dashes and underscores'), Sent)
        .refine((sent) => Object.keys(sent).length <= MOST_ATTRIBUTES, `must be at most ${MOST_ATTRIBUTES}`)
        .optional(),
    })
    .optional(),
})

export type Asked = z.infer<typeof AskedValue>
