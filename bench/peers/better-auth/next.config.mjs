/** The folder is a project of its own, inside another one. */
export default { turbopack: { root: import.meta.dirname }, outputFileTracingRoot: import.meta.dirname }
