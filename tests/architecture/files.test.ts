import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { filesIn, hasDirective, isServerOnly, read, root } from './source-files'

const product = filesIn(['app', 'components', 'lib'])
const all = [...product, ...filesIn(['scripts', 'tests'])]

test('no file is longer than 250 lines', () => {
  const long = [...all, 'prisma/prisma.config.ts'].map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
  expect(long.filter(({ lines }) => lines > 250)).toEqual([])
})

test('names say what is inside', () => {
  const vague = /^(index|utils?|helpers?|common|misc|shared|lib)\.(ts|tsx|mjs)$/
  expect(all.filter((file) => vague.test(path.basename(file)))).toEqual([])
})

test('files are in kebab-case', () => {
  const kebab = /^(\[+(\.\.\.)?[a-zA-Z]+\]+|\([a-z-]+\)|@?[a-z0-9]+(-[a-z0-9]+)*)((\.[a-z0-9]+)*)$/
  const odd = all.filter((file) => file.split('/').some((part) => !kebab.test(part)))
  expect(odd).toEqual([])
})

test('the root holds what the README shows and nothing else', () => {
  const known = ['app', 'components', 'lib', 'prisma', 'public', 'tests', 'scripts', 'docs', 'node_modules']
  const folders = readdirSync(root, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && !entry.name.startsWith('.'),
  )
  expect(
    folders
      .map((entry) => entry.name)
      .filter((name) => !['test-results', 'playwright-report', ...known].includes(name)),
  ).toEqual([])
})

test('exports have names, where Next or React.lazy do not want a default', () => {
  const next =
    /(^|\/)(page|layout|template|loading|error|global-error|not-found|forbidden|unauthorized|default|route|icon|manifest)\.tsx?$/
  const lazy = product.flatMap((file) =>
    [...read(file).matchAll(/import\('[^']*\/([\w-]+)'\)/g)].map(([, name]) => name),
  )
  const anonymous = product.filter(
    (file) => /^export default/m.test(read(file)) && !next.test(file) && !lazy.includes(path.parse(file).name),
  )
  expect(anonymous).toEqual([])
})

test('ground knows no clock, no environment and no console', () => {
  const ground = filesIn(['lib']).filter((file) => !isServerOnly(file) && !hasDirective(file, 'use client'))
  const impure = /\bnew Date\(\)|\bDate\.now\(|\bprocess\.|\bconsole\.|\bMath\.random\(|\bcrypto\./
  expect(ground.filter((file) => impure.test(read(file)))).toEqual([])
})
