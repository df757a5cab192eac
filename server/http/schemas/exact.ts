import { z } from '@hono/zod-openapi'

/** An answer with exactly these members. Other members that a use-case returns are dropped. */
export const exact = <S extends z.ZodRawShape>(shape: S) => z.object(shape).openapi({ additionalProperties: false })

/** Left out of the document's examples, because it is rare. */
export const RARE = { examples: [] }

/** Text of an answer, with examples. */
export const text = (...examples: string[]) => z.string().openapi({ examples })

export const base64url = (longest: number, ...examples: string[]) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\w-]+$/)
    .openapi({ examples })
