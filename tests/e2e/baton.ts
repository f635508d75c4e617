import { test as base, expect, type Page } from '@playwright/test'
import { demoPassword, type demoPeople } from '../../scripts/demo-people'
import { freePort } from '../../scripts/ports.mjs'
import { serve, serverEnv } from '../../scripts/serve.mjs'
import { copyDatabase } from './copy-database'

/**
 * A Baton under test: the production server on a database of its own. `people` has Mia, Sam, Sara, Max and Ada and no leads,
 * `nobody` is as after the first `npm start` on a real database.
 */
export type World = { name: string; has: 'nobody' | 'people' }

type Baton = { url: string; databaseUrl: string }

/** Where the database is that the worlds of a kind are copies of. */
const templates: Record<World['has'], string> = { nobody: 'E2E_NOBODY_URL', people: 'E2E_PEOPLE_URL' }

/** A server process on a database; several may serve one. */
export async function startServer(databaseUrl: string): Promise<Baton & { stop: () => Promise<void> }> {
  const settings = {
    host: '127.0.0.1',
    port: await freePort(),
    appUrl: null,
    dataDir: 'test-results/data',
  }
  const env = serverEnv(settings, databaseUrl, 'only-for-tests-0123456789abcdefghijkl')
  const server = serve('start', settings, env, { quiet: true })
  await server.ready
  return { url: `http://${settings.host}:${settings.port}`, databaseUrl, stop: server.stop }
}

/**
 * Playwright's test with a Baton: pages are relative to it, and a page that writes to the console or throws fails its test.
 * A file that wants a Baton of its own says `test.use({ world: { name: 'story', has: 'people' } })`.
 */
export const test = base.extend<{ quietPage: void }, { world: World; baton: Baton }>({
  world: [
    { name: 'shared', has: 'people' },
    { option: true, scope: 'worker' },
  ],
  baton: [
    async ({ world }, provide) => {
      const databaseUrl = await copyDatabase(process.env[templates[world.has]] ?? '')
      const { stop, ...baton } = await startServer(databaseUrl)
      await provide(baton)
      await stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ baton }, provide) => provide(baton.url),
  quietPage: [
    async ({ page }, provide) => {
      const heard: string[] = []
      page.on('pageerror', (error) => heard.push(String(error)))
      page.on('console', (message) => {
        // Chromium itself reports answers like 404 and 422, which a test may well want.
        const isAnswer = message.text().startsWith('Failed to load resource')
        if (['error', 'warning'].includes(message.type()) && !isAnswer) heard.push(message.text())
      })
      await provide()
      expect(heard, 'written to the browser console').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

type Name = (typeof demoPeople)[number]['name']

/** Signs in by the form, as a person would. */
export async function signIn(page: Page, name: Name) {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(`${name.toLowerCase()}@baton.example`)
  await page.getByLabel('Password').fill(demoPassword)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in')
}
