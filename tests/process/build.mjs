/** The real server serves the production build: made once before these tests, and found fresh by the browser tests after them. */
export { buildIfStale as setup } from '../../scripts/build.mjs'
