import type { NextConfig } from 'next'

/** For every answer, the API's too; what differs from request to request is in proxy.ts. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), geolocation=(), microphone=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
]

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: false,
  // npm test checks them; npm start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg', '@prisma/adapter-pg', '@node-rs/argon2', 'graphile-worker', 'pino', 'prom-client'],
  headers: async () => [{ source: '/:path*', headers: securityHeaders }],
}

export default config
