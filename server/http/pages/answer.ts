import type { IncomingMessage, ServerResponse } from 'node:http'

/** Answers a request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => unknown
