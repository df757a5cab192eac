import type { z } from '@hono/zod-openapi'
import type { Context, MiddlewareHandler } from 'hono'
import type { Declaration, GivenFile, Method, SentFile, Status } from '#server/http/edge/declaration.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'
import type { World } from '#server/world.ts'

type Part<D, K extends string> = D extends { [key in K]: infer S extends z.ZodType } ? z.output<S> : unknown
type AnswerOf<D> = D extends { answer: infer S extends z.ZodType }
  ? z.input<S>
  : D extends { gives: string }
    ? GivenFile
    : unknown
type FileOf<D> = D extends { file: string } ? { file: SentFile } : unknown
type StatusOf<D> = D extends { status: infer S extends Status }
  ? S
  : D extends { answer: z.ZodType } | { gives: string }
    ? 200
    : 204

/** What a route hands to its use-case: body, form or file, parameters and query, whose names never overlap. */
export type InputOf<D> = Part<D, 'body'> & Part<D, 'form'> & FileOf<D> & Part<D, 'params'> & Part<D, 'query'>
/** What a use-case returns for a route: its answer, and the session where the route opens one. */
type ResultOf<D> = D extends { opens: true }
  ? AnswerOf<D> & { session: OpenedSession }
  : D extends { opens: 'sometimes' }
    ? AnswerOf<D> & { session?: OpenedSession | undefined }
    : D extends { streams: true }
      ? InPages<AnswerOf<D>>
      : AnswerOf<D>
/** An answer whose lists may come in pages. */
type InPages<A> = { [K in keyof A]: A[K] | (A[K] extends unknown[] ? AsyncIterable<A[K]> : never) }

type Content<S> = { content: { 'application/json': { schema: S } } }
type RequestOf<D> = (D extends { body: infer S extends z.ZodType } ? { body: Content<S> & { required: true } } : {}) &
  (D extends { params: infer S extends z.ZodObject } ? { params: S } : {}) &
  (D extends { query: infer S extends z.ZodObject } ? { query: S } : {})
type ResponsesOf<D> = {
  [status in StatusOf<D>]: D extends { answer: infer S extends z.ZodType }
    ? Content<S> & { description: string }
    : { description: string }
}
/** A route as the typed client knows it. */
export type RouteOf<M extends Method, P extends string, D> = {
  method: M
  path: P
  middleware: MiddlewareHandler<Edge>
  request: RequestOf<D>
  responses: ResponsesOf<D>
}

/** One endpoint: what the document and the typed client know of it, and what answers it. */
export type Endpoint<M extends Method, P extends string, D> = {
  route: RouteOf<M, P, D>
  handler: (c: Context<Edge>) => Promise<never>
}

/** Declares an endpoint for one kind of caller. */
export type Head<Who> = <M extends Method, P extends string, const D extends Declaration>(
  method: M,
  path: P,
  declared: D,
  useCase: (world: World, who: Who, input: InputOf<D>) => Promise<ResultOf<D>>,
) => Endpoint<M, P, D>
