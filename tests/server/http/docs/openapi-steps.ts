import { DOCUMENT, type Operation } from '#tests/helpers/document.ts'

export const OPERATIONS: [string, Operation][] = Object.entries(DOCUMENT.paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, operation]): [string, Operation] => [
    `${method.toUpperCase()} ${path}`,
    operation,
  ]),
)
