import { z } from '@hono/zod-openapi'
import { actor } from '#server/http/edge/caller.ts'
import { exact } from '#server/http/schemas/exact.ts'
import { Id } from '#server/http/schemas/values.ts'
import { readPicture } from '#server/pictures/read.ts'
import { removePicture } from '#server/pictures/remove.ts'
import { setPicture } from '#server/pictures/set.ts'

const Version = Id.openapi({ description: 'changes with the picture', examples: ['Rk1xZ2p0a3N2b2lYdWFqZA'] })

export const pictureRoutes = [
  actor(
    'get',
    '/account/picture',
    {
      summary: 'My picture',
      description: 'Nobody else’s. With the version it may be kept, because another picture has another version.',
      query: z.object({ v: Version.optional() }),
      gives: 'image/webp',
      refusals: ['not_found'],
    },
    readPicture,
  ),
  actor(
    'put',
    '/account/picture',
    {
      summary: 'Set my picture',
      description:
        'The body is the file, of at most 256 KB. It is decoded and written anew: 256 × 256 pixels, without metadata. Twenty an hour.',
      file: 'picture',
      answer: exact({ version: Version }),
      refusals: ['picture_unusable'],
    },
    setPicture,
  ),
  actor('delete', '/account/picture', { summary: 'Remove my picture', refusals: ['not_found'] }, removePicture),
] as const
