/** The server under test serves the production build, made once before these tests and reused by the browser tests after them. */
export { prepareProduction as setup } from '../../scripts/production.mjs'
