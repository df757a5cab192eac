/** The real server serves the production build: made once before these tests, and found fresh by the browser tests after them. */
export { prepareProduction as setup } from '../../scripts/production.mjs'
