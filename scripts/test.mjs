// npm test: everything that must hold, summed up in the last line. `npm test -- unit e2e` runs only those.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { exitWith, Failure } from './failure.mjs'
import { install } from './install.mjs'
import { run } from './run.mjs'
import { root } from './settings.mjs'

const results = path.join(root, 'test-results', 'summary')
const bin = (...parts) => path.join(root, 'node_modules', ...parts)

/** A tool that is right or wrong as a whole counts as one check. */
function check(tool, args) {
  return async () => {
    const { code } = await run(process.execPath, [tool, ...args], { inherit: true })
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Runs a suite and reads what it counted; one that fails without a failed test, or counts nothing, has failed once. */
async function suite(tool, args, env, file, count) {
  const { code } = await run(process.execPath, [tool, ...args], { inherit: true, env })
  const report = readJson(file)
  const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function vitest(project) {
  const file = path.join(results, `${project}.json`)
  const args = [
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
  ]
  return () =>
    suite(bin('vitest', 'vitest.mjs'), [...args, `--outputFile.json=${file}`], {}, file, (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests,
    }))
}

async function browserTests() {
  const { ensureBrowser } = await import('./browser.mjs')
  const { build } = await import('./build.mjs')
  await ensureBrowser()
  await build()
  const file = path.join(results, 'e2e.json')
  const args = ['test', '--config', 'tests/playwright.config.ts', '--pass-with-no-tests']
  return suite(
    bin('@playwright', 'test', 'cli.js'),
    args,
    { PLAYWRIGHT_JSON_OUTPUT_FILE: file },
    file,
    ({ stats }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
    }),
  )
}

const suites = {
  types: async () => {
    const { code, output } = await run(process.execPath, [bin('next', 'dist', 'bin', 'next'), 'typegen'])
    if (code !== 0) console.error(output)
    return check(bin('typescript', 'bin', 'tsc'), ['--noEmit'])()
  },
  lint: check(bin('eslint', 'bin', 'eslint.js'), ['--config', 'tests/eslint.config.mjs', '--max-warnings', '0', '.']),
  unit: vitest('unit'),
  architecture: vitest('architecture'),
  integration: vitest('integration'),
  e2e: browserTests,
}

async function testAll() {
  const wanted = process.argv.slice(2)
  const unknown = wanted.find((name) => !(name in suites))
  if (unknown) throw new Failure(`There is no suite "${unknown}". There are: ${Object.keys(suites).join(', ')}.`)

  await install()
  const { ensureClient } = await import('./generate.mjs')
  ensureClient()
  rmSync(results, { recursive: true, force: true })
  mkdirSync(results, { recursive: true })

  const sum = { passed: 0, failed: 0 }
  const lines = []
  for (const name of wanted.length > 0 ? wanted : Object.keys(suites)) {
    console.log(`\n${name}`)
    const since = Date.now()
    const { passed, failed } = await suites[name]().catch((error) => {
      console.error(error instanceof Failure ? error.message : error)
      return { passed: 0, failed: 1 }
    })
    sum.passed += passed
    sum.failed += failed
    const seconds = ((Date.now() - since) / 1000).toFixed(0)
    lines.push(`${failed > 0 ? '✗' : '✓'} ${name.padEnd(13)}${passed} passed, ${failed} failed (${seconds} s)`)
  }
  console.log(`\n${lines.join('\n')}\n${sum.passed} passed, ${sum.failed} failed`)
  return sum.failed === 0 ? 0 : 1
}

process.exit(await testAll().catch(exitWith))
