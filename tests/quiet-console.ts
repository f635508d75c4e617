import { format } from 'node:util'
import { afterEach } from 'vitest'

// A stray warning is a fault nobody looked at. A test that expects one spies on the console itself.
const heard: string[] = []
for (const level of ['error', 'warn'] as const) {
  console[level] = (...args: unknown[]) => void heard.push(`console.${level}: ${format(...args)}`)
}

afterEach(() => {
  const stray = heard.splice(0)
  if (stray.length > 0) throw new Error(`Nothing may be written to the console:\n${stray.join('\n')}`)
})
