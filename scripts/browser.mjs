// The browser for the browser tests: one that is there, else Debian's, else Playwright's own.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'
import { root } from './settings.mjs'
import { step } from './step.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

function onPath() {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  for (const name of names) {
    const found = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file))
    if (found) return found
  }
  return null
}

async function ofPlaywright() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath()) ? chromium.executablePath() : null
}

/** Path of a Chromium on this machine, null when there is none. */
export async function findBrowser() {
  return onPath() ?? (await ofPlaywright())
}

/** Installs a browser when there is none. Throws a Failure when that is not possible. */
export async function ensureBrowser() {
  if (await findBrowser()) return
  await step('Installing a browser for the tests', async () => {
    let said = ''
    if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
      await run('apt-get', ['update', '-qq'])
      const args = ['install', '-y', '-qq', '--no-install-recommends', 'chromium']
      said += (await run('apt-get', args, { env: { DEBIAN_FRONTEND: 'noninteractive' } })).output
      if (await findBrowser()) return
    }
    const cli = path.join(root, 'node_modules', '@playwright', 'test', 'cli.js')
    said += (await run(process.execPath, [cli, 'install', 'chromium'])).output
    if (await findBrowser()) return
    throw new Failure(
      `No browser could be installed for the browser tests. Install Chromium by hand.\n${said.slice(-2000)}`,
    )
  })
}
