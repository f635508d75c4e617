import path from 'node:path'
import { cruise, type ICruiseResult, type IFlattenedRuleSet } from 'dependency-cruiser'
import { beforeAll, expect, test } from 'vitest'
import { filesIn, hasDirective, isServerOnly, read, root } from './source-files'

const lib = filesIn(['lib'])
const server = lib.filter(isServerOnly)
const ground = lib.filter((file) => !isServerOnly(file) && !hasDirective(file, 'use client'))

function exactly(files: string[]): string {
  return `^(${files.map((file) => file.replace(/[.[\]()]/g, '\\$&')).join('|')})$`
}

/** Types are gone at run time, so an arrow made of types alone is no arrow. */
const value = { dependencyTypesNot: ['type-only' as const] }

const rules: IFlattenedRuleSet = {
  forbidden: [
    {
      name: 'lib stands below pages and components',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'components know no page',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^app/' },
    },
    {
      name: 'components get rows as props, never from the database',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: [exactly(server), '^prisma/generated/client'], ...value },
    },
    {
      name: 'pages and doors go through queries and commands',
      severity: 'error',
      from: { path: '^(app/|proxy|instrumentation)' },
      to: { path: ['^lib/db\\.ts$', '^prisma/generated/client'], ...value },
    },
    {
      name: 'ground is pure: ground, zod, dates and enums',
      severity: 'error',
      from: { path: exactly(ground) },
      to: { pathNot: [exactly(ground), '^prisma/generated/enums', 'node_modules/(zod|date-fns|@date-fns)/'], ...value },
    },
    {
      name: 'product code knows no test and no script',
      severity: 'error',
      from: { path: '^(app|components|lib)/' },
      to: { path: '^(tests|scripts)/' },
    },
    {
      name: 'no circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
}

let result: ICruiseResult
beforeAll(async () => {
  const { output } = await cruise(
    ['app', 'components', 'lib'],
    {
      baseDir: root,
      validate: true,
      ruleSet: rules,
      tsPreCompilationDeps: 'specify',
      tsConfig: { fileName: 'tsconfig.json' },
      doNotFollow: { path: 'node_modules|^prisma/generated' },
      exclude: { path: '\\.css$' },
    },
    { extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] },
    { tsConfig: { options: { baseUrl: root, paths: { '@/*': ['./*'] } } } },
  )
  result = output as ICruiseResult
})

test('every source file is looked at', () => {
  const seen = new Set(result.modules.map((module) => module.source))
  expect(filesIn(['app', 'components', 'lib']).filter((file) => !seen.has(file))).toEqual([])
})

test('every import is found', () => {
  const lost = result.modules.flatMap((module) =>
    module.dependencies
      .filter((to) => to.couldNotResolve && !to.coreModule)
      .map((to) => `${module.source} -> ${to.module}`),
  )
  expect(lost).toEqual([])
})

test('arrows only point down', () => {
  expect(result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`)).toEqual([])
})

test('a file with a command is called like it and has nothing else to import but types', () => {
  const odd = lib
    .filter((file) => /^export const \w+ = command\(/m.test(read(file)))
    .filter((file) => {
      const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      const values = [...read(file).matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(
        ([, name = '']) => name,
      )
      return values.map(kebab).join() !== path.basename(file, '.ts')
    })
  expect(odd).toEqual([])
})

test('a command never calls a command', () => {
  const defined = lib.flatMap((file) =>
    [...read(file).matchAll(/^export const (\w+) = command\(/gm)].map(([, name]) => name),
  )
  expect(defined.length).toBeGreaterThan(0)
  const calls = lib
    .filter((file) => /= command\(/.test(read(file)) && file !== 'lib/command.ts')
    .flatMap((file) => {
      const imported = [...read(file).matchAll(/^import \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
        names.split(/[\s,]+/),
      )
      return imported.filter((name) => defined.includes(name)).map((name) => `${file} -> ${name}`)
    })
  expect(calls).toEqual([])
})
