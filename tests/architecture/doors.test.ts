import { expect, test } from 'vitest'
import { filesIn, hasDirective, read } from './source-files'

const app = filesIn(['app'])
const pages = app.filter((file) => /(^|\/)page\.tsx$/.test(file))
const routes = app.filter((file) => /(^|\/)route\.tsx?$/.test(file))

/** Where nobody has to be signed in: the way in, and what says nothing. */
const openPages = ['app/sign-in/page.tsx', 'app/setup/page.tsx', 'app/(app)/[...rest]/page.tsx']
const openRoutes = [/^app\/api\/auth\//, /^app\/api\/health\//, /^app\/api\/metrics\//]
/** The company's rules and name are the same for everybody, and steps need them where nobody asks. */
const openQueries = ['currentPolicy', 'companySettings']

const asksWhoIsThere = (file: string) => /\b(await|use\() ?(currentActor|actorOrNull)\(/.test(read(file))

test('every page asks who is there', () => {
  expect(pages.length).toBeGreaterThan(0)
  expect(pages.filter((file) => !openPages.includes(file) && !asksWhoIsThere(file))).toEqual([])
})

test('no page is made at build time, without anybody there', () => {
  expect(read('app/layout.tsx')).toContain("export const dynamic = 'force-dynamic'")
  expect(app.filter((file) => /^export const (dynamic = '(?!force-dynamic)|revalidate)/m.test(read(file)))).toEqual([])
})

test('the shell asks who is there', () => {
  expect(app.filter((file) => file === 'app/(app)/layout.tsx' && !asksWhoIsThere(file))).toEqual([])
})

test('every route of the API is made by the one wrapper, which asks who is there', () => {
  const api = routes.filter((file) => file.startsWith('app/api/v1/'))
  expect(api.length).toBeGreaterThan(0)
  const verbs = /^export const \{ GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE \} = (resource\(|unknownPath$)/m
  expect(api.filter((file) => !verbs.test(read(file)) || read(file).match(/^export /gm)?.length !== 1)).toEqual([])
})

test('every other route asks who is there', () => {
  const others = routes.filter((file) => !file.startsWith('app/api/v1/') && !openRoutes.some((open) => open.test(file)))
  expect(others.filter((file) => !asksWhoIsThere(file))).toEqual([])
})

test("'use server' files export form actions and nothing else", () => {
  const made =
    /^export (const \w+Action = (formAction|openFormAction|undoAction)\(|async function \w+Action\((\w+: FormState, )?(\w+: FormData)?\))/
  const odd = app
    .filter((file) => hasDirective(file, 'use server'))
    .flatMap((file) =>
      (read(file).match(/^export .*$/gm) ?? []).filter((line) => !made.test(line)).map((line) => `${file}: ${line}`),
    )
  expect(odd).toEqual([])
})

test("'use server' stands only at the top of a file of actions", () => {
  const inside = filesIn(['app', 'components', 'lib']).filter((file) => /^\s+['"]use server['"]/m.test(read(file)))
  const elsewhere = filesIn(['components', 'lib']).filter((file) => hasDirective(file, 'use server'))
  expect([...inside, ...elsewhere]).toEqual([])
})

test('every query takes an actor, or the books that one has opened', () => {
  const declared = /^export (?:async function (\w+)(?:<[^>]*>)?\(|const (\w+) = (?:async )?\()([^)]*)/gm
  const without = filesIn(['lib'])
    .filter((file) => /\/(queries|list-[a-z-]+|[a-z-]+-report)\.ts$/.test(file))
    .flatMap((file) =>
      [...read(file).matchAll(declared)]
        .map(([, asFunction, asConstant, parameters = '']) => ({ name: asFunction ?? asConstant ?? '', parameters }))
        .filter(({ name, parameters }) => {
          const reads = /\btx: Tx\b/.test(parameters) || new RegExp(`async function ${name}\\b`).test(read(file))
          return reads && !openQueries.includes(name) && !/^\s*(tx: Tx,\s*)?(actor: |books: Books)/.test(parameters)
        })
        .map(({ name }) => `${file}: ${name}`),
    )
  expect(without).toEqual([])
})
