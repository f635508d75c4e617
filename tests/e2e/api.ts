import { runServerScript } from '../../scripts/run.mjs'

export type Calls = (method: 'GET' | 'POST' | 'PATCH', path: string, body?: object, headers?: object) => Promise<Answer>
type Answer = { id: string; name: string; desk: string; stage: string; data: Answer[] }

/** The HTTP API of a Baton under test as one of its people: for what a story has behind it when the browser opens. */
export async function callsAs(baton: { url: string; databaseUrl: string }, name: string): Promise<Calls> {
  const { code, output } = await runServerScript('key.ts', {
    DATABASE_URL: baton.databaseUrl,
    BATON_INPUT: JSON.stringify({ email: `${name.toLowerCase()}@baton.example` }),
  })
  const key = /baton_\S+/.exec(output)?.[0]
  if (code !== 0 || !key) throw new Error(`no key for ${name}: ${output}`)
  return async (method, path, body, headers = {}) => {
    const response = await fetch(`${baton.url}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${key}`, ...(body ? { 'Content-Type': 'application/json' } : {}), ...headers },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }
}

/** A lead with so many touches by Marketing; with three it waits for Sales. Returns its id. */
export async function leadWithTouches(calls: Calls, name: string, touches: number): Promise<string> {
  const [firstName, lastName] = name.split(' ')
  const { id } = await calls('POST', '/leads', {
    firstName,
    lastName,
    email: `${name.toLowerCase().replaceAll(' ', '.')}@norrland.example`,
    company: { name: 'Norrland Freight' },
  })
  for (let n = 0; n < touches; n++) await calls('POST', `/leads/${id}/touchpoints`, { channel: 'webinar' })
  return id
}
