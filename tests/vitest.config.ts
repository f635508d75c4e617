import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { ensureClient } from '../scripts/generate.mjs'

const root = path.dirname(import.meta.dirname)
ensureClient()

const shared = {
  environment: 'node' as const,
  setupFiles: ['tests/quiet-console.ts'],
  env: {
    AUTH_SECRET: 'only-for-tests-0123456789abcdefghijkl',
    NEXTAUTH_URL: 'http://127.0.0.1:3000',
    TZ: 'UTC',
    LOG_LEVEL: 'silent',
  },
}

export default defineConfig({
  root,
  resolve: {
    alias: {
      '@': root,
      // Outside Next this package refuses to be imported; here every file is on the server.
      'server-only': path.join(root, 'node_modules/server-only/empty.js'),
    },
  },
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      { extends: true, test: { ...shared, name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'architecture',
          include: ['tests/architecture/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: ['tests/integration/one-postgres.ts'],
          setupFiles: [...shared.setupFiles, 'tests/integration/own-database.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
})
