import type { NextConfig } from 'next'

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@node-rs/argon2', 'graphile-worker', 'pino', 'prom-client'],
}

export default config
