import { expect, test } from 'vitest'
import { read } from './source-files'

type Locked = { optionalDependencies?: Record<string, string> }

test('the lock file knows the binaries of every system, so that npm ci takes it everywhere', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }
  const isLocked = (name: string) => Object.keys(packages).some((key) => key.endsWith(`node_modules/${name}`))
  const missing = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(name)),
  )
  expect(missing).toEqual([])
})
