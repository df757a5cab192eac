/**
 * JavaScript: to read TypeScript here, every start of the server would load the compiler, 23 MB.
 *
 * @type {import('next').NextConfig}
 */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // A page says its title at once, to everybody: otherwise Next sends it after the page, to browsers alone.
  htmlLimitedBots: /.*/,
  // No page uses Next's pictures, and its optimizer would write the address that a visitor sends to the console.
  images: { unoptimized: true },
  // Native modules stay where npm put them.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2'],
  turbopack: {
    // Sentences reach a page parsed already: its formatter needs no parser.
    resolveAlias: { 'use-intl/format-message': 'use-intl/format-message/format-only' },
  },
  // `tsc` is a step of its own.
  typescript: { ignoreBuildErrors: true },
}
