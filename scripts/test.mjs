// npm test: everything that must hold, summed up in the last line. `npm test -- unit e2e` runs only those.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { exitWith, Failure } from './failure.mjs'
import { install } from './install.mjs'
import { run } from './run.mjs'
import { root } from './settings.mjs'

const results = path.join(root, 'test-results', 'summary')
const bin = (...parts) => path.join(root, 'node_modules', ...parts)

/** These keep one core each busy, and need nothing that another uses: they run at the same time. */
const atOnce = new Set(['types', 'lint'])

/** Runs the program of a suite and shows what it says: as it comes, or as a whole where others run at the same time. */
async function runTool(name, [tool, ...args], env) {
  const { code, output } = await run(process.execPath, [tool, ...args], { env, inherit: !atOnce.has(name) })
  if (atOnce.has(name)) console.log(`\n${name}\n${output}`)
  return code
}

/** A tool that is right or wrong as a whole counts as one check. */
async function check(name, command) {
  const code = await runTool(name, command)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Runs a suite and reads what it counted; one that fails without a failed test, or counts nothing, has failed once. */
async function suite(name, command, env, file, count) {
  const code = await runTool(name, command, env)
  const report = readJson(file)
  const { passed, failed } = report ? count(report) : { passed: 0, failed: 0 }
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed }
}

function vitest(project) {
  const file = path.join(results, `${project}.json`)
  const args = ['--config', 'tests/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json']
  const command = [bin('vitest', 'vitest.mjs'), 'run', ...args, `--outputFile.json=${file}`]
  return suite(project, command, {}, file, (report) => ({
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
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  return suite('e2e', [bin('@playwright', 'test', 'cli.js'), ...args], env, file, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
  }))
}

const eslint = ['--config', 'tests/eslint.config.mjs', '--max-warnings', '0', '.']

const suites = {
  types: () => check('types', [bin('typescript', 'bin', 'tsc'), '--noEmit']),
  lint: () => check('lint', [bin('eslint', 'bin', 'eslint.js'), ...eslint]),
  unit: () => vitest('unit'),
  architecture: () => vitest('architecture'),
  integration: () => vitest('integration'),
  e2e: browserTests,
}

/** The types of the pages, which the checks of the sources read. */
async function typesOfPages() {
  const { code, output } = await run(process.execPath, [bin('next', 'dist', 'bin', 'next'), 'typegen'])
  if (code !== 0) throw new Failure(`The types of the pages could not be made:\n${output}`)
}

async function resultOf(name) {
  const since = Date.now()
  const { passed, failed } = await suites[name]().catch((error) => {
    console.error(error instanceof Failure ? error.message : error)
    return { passed: 0, failed: 1 }
  })
  const seconds = ((Date.now() - since) / 1000).toFixed(0)
  const line = `${failed > 0 ? '✗' : '✓'} ${name.padEnd(13)}${passed} passed, ${failed} failed (${seconds} s)`
  return { passed, failed, line }
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

  await typesOfPages()

  const names = wanted.length > 0 ? wanted : Object.keys(suites)
  const told = await Promise.all(names.filter((name) => atOnce.has(name)).map(resultOf))
  for (const name of names.filter((other) => !atOnce.has(other))) {
    console.log(`\n${name}`)
    told.push(await resultOf(name))
  }
  const sum = (of) => told.reduce((total, result) => total + result[of], 0)
  console.log(`\n${told.map(({ line }) => line).join('\n')}\n${sum('passed')} passed, ${sum('failed')} failed`)
  return sum('failed') === 0 ? 0 : 1
}

process.exit(await testAll().catch(exitWith))
