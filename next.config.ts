import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // Native modules stay where npm put them.
  serverExternalPackages: ['better-sqlite3', '@node-rs/argon2'],
  // `tsc` is a step of its own.
  typescript: { ignoreBuildErrors: true },
}

export default config
