// The production build, made again only when the sources are other than those it was made from.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Failure } from './failure.mjs'
import { run } from './run.mjs'
import { root } from './settings.mjs'
import { step } from './step.mjs'

const marker = path.join(root, '.next', 'built-from')
/** Next writes it when all the rest is written. */
const buildId = path.join(root, '.next', 'BUILD_ID')
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

function filesUnder(entry) {
  const full = path.join(root, entry)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [entry]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((child) => child.isFile())
    .map((child) => path.relative(root, path.join(child.parentPath, child.name)))
    .sort()
}

/** A hash of every file that the build reads; times don't matter, so a fresh checkout of the same sources counts as the same. */
function sourcesHash() {
  const hash = createHash('sha256')
  for (const entry of sources) {
    for (const file of filesUnder(entry))
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

function isBuilt() {
  return existsSync(buildId) && existsSync(marker) && readFileSync(marker, 'utf8') === sourcesHash()
}

/** Builds for production unless the build that is there is of these sources. */
export async function build() {
  if (isBuilt()) return
  const made = sourcesHash()
  await step('Building for production (about a minute)', async () => {
    // A build that is cut off leaves neither the old one nor a new one.
    rmSync(marker, { force: true })
    const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const { code, output } = await run(process.execPath, [next, 'build'], {
      env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    })
    if (code === 0 && existsSync(buildId)) return writeFileSync(marker, made)
    if (/ENOSPC|No space left/i.test(output)) throw new Failure('The disk is full: the build was not possible.')
    throw new Failure(`The build failed:\n${output}`)
  })
}
