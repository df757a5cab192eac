/** The folder is a separate project inside another one. */
export default { turbopack: { root: import.meta.dirname }, outputFileTracingRoot: import.meta.dirname }
