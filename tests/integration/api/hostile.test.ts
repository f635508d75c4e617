import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { pool } from '@/lib/db'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'
import { runs } from '@/tests/integration/runs'

let api: Record<keyof Cast, Client>
/** Ids of what is there, for requests that get past the door. */
const there: Record<'lead' | 'handoff' | 'touchpoint' | 'campaign' | 'company' | 'person', string> = {
  lead: '',
  handoff: '',
  touchpoint: '',
  campaign: '',
  company: '',
  person: '',
}

beforeAll(async () => {
  const begun = await apiOf()
  api = begun.api
  const made = async (path: string, body: object) => (await api.mia('POST', path, { body })).data
  there.lead = (await made('/leads', { email: 'hostile@target.example' })).id
  there.touchpoint = (await made(`/leads/${there.lead}/touchpoints`, { channel: 'email' })).touchpoint?.id ?? ''
  there.handoff = (await made(`/leads/${there.lead}/handoff`, { note: 'x' })).id
  there.campaign = (await made('/campaigns', { name: 'Target', channel: 'email' })).id
  there.company = (await made('/companies', { name: 'Target' })).id
  there.person = begun.cast.sam.id
})

const routes: [method: string, path: string][] = [
  ...[
    '/me',
    '/people',
    '/leads',
    '/handoffs',
    '/campaigns',
    '/companies',
    '/campaigns/{campaign}',
    '/companies/{company}',
  ].map((path): [string, string] => ['GET', path]),
  ...['/leads/{lead}', '/leads/{lead}/touchpoints', '/leads/{lead}/activity'].map((path): [string, string] => [
    'GET',
    path,
  ]),
  ...['/leads', '/campaigns', '/companies', '/handoffs/next'].map((path): [string, string] => ['POST', path]),
  ...['touchpoints', 'handoff', 'close', 'reopen', 'assign'].map((action): [string, string] => [
    'POST',
    `/leads/{lead}/${action}`,
  ]),
  ...['accept', 'return', 'withdraw', 'answer'].map((action): [string, string] => [
    'POST',
    `/handoffs/{handoff}/${action}`,
  ]),
  ['PATCH', '/leads/{lead}'],
  ['PATCH', '/companies/{company}'],
  ['DELETE', '/touchpoints/{touchpoint}'],
]

// prettier-ignore
const fields = ['firstName', 'lastName', 'email', 'phone', 'title', 'company', 'name', 'domain', 'externalId', 'source', 'value', 'currency', 'tags', 'details', 'channel', 'direction', 'engaged', 'occurredAt', 'campaignId', 'note', 'kind', 'reason', 'wakeOn', 'answer', 'outcome', 'closedAt', 'owner', 'rep', 'startsOn', 'endsOn', 'budget', 'leadId', 'id', '__proto__', 'constructor', 'toString', '']
// prettier-ignore
const words = ['email', 'inbound', 'repair', 'recycle', 'bad_data', 'other', 'fixed', 'disputed', 'won', 'lost', 'EUR', 'norrland.example', 'a@b.example', '2026-10-01T10:00:00Z', '2026-10-01', '0000-01-01', '0000-01-01T00:00:00Z', '+275760-09-13T00:00:00.000Z', '2026-13-45T99:99:99Z', '\u0000', 'a\u0000b', '\ud800', '\udfff\ud800', '\u202e\ufeff', '%', '\\', "'; drop table lead; --", '__proto__', ' ', '', 'NaN', '-0', '1e999', '\n', 'İ'.repeat(300), 'x'.repeat(20_000)]

const word = fc.oneof(
  fc.constantFrom(...words),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(...(Object.keys(there) as (keyof typeof there)[])).map((name) => there[name]),
)
const value = fc.oneof(
  { weight: 4, arbitrary: word },
  fc.constantFrom(0, -0, -1, 0.1, 1e15, 1e308, -1e308, 2 ** 53, null, true, false, [], {}, [[]], [null]),
  fc.jsonValue({ maxDepth: 3 }),
  fc.array(word, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom(...fields), word, { maxKeys: 3 }),
)
const objects = fc
  .array(fc.tuple(fc.constantFrom(...fields), value), { maxLength: 6 })
  .map((pairs) => JSON.stringify(Object.fromEntries(pairs)))
/** What each path would take, so that a hostile value comes as far as it can. */
const taken: Record<string, object> = {
  '/leads': {
    firstName: 'A',
    lastName: 'B',
    email: 'a@b.example',
    phone: '1',
    title: 'T',
    company: { name: 'N', domain: 'n.example' },
    externalId: 'e',
    source: 's',
    value: 1,
    currency: 'EUR',
    tags: ['t'],
    details: { a: 1 },
  },
  '/leads/{lead}': { title: 'T', value: 2, tags: ['t'], details: { a: 1 }, company: { name: 'N' }, externalId: 'x' },
  '/campaigns': {
    name: 'C',
    channel: 'email',
    startsOn: '2026-01-01',
    endsOn: '2026-02-01',
    budget: 1,
    currency: 'EUR',
  },
  '/companies': { name: 'C', domain: 'c.example' },
  '/companies/{company}': { name: 'C2', domain: 'c2.example' },
  '/leads/{lead}/touchpoints': {
    channel: 'email',
    direction: 'inbound',
    engaged: true,
    occurredAt: '2026-10-01T10:00:00Z',
    note: 'n',
    externalId: 'x',
  },
  '/leads/{lead}/handoff': { note: 'n' },
  '/leads/{lead}/close': {
    outcome: 'lost',
    reason: 'no_fit',
    note: 'n',
    value: 1,
    currency: 'EUR',
    closedAt: '2026-10-01T10:00:00Z',
  },
  '/leads/{lead}/assign': { owner: null, rep: null },
  '/handoffs/{handoff}/return': { kind: 'recycle', reason: 'other', note: 'n', wakeOn: '2199-01-01' },
  '/handoffs/{handoff}/answer': { answer: 'fixed', note: 'n' },
}

/** A body that its path would take, but for one or two of its values. */
const nearly = (path: string) => {
  const body = Object.entries(taken[path] ?? {})
  return fc.tuple(fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), value, value).map(([places, ...values]) => {
    const changed = new Map<string, unknown>(body)
    for (const [n, place] of places.entries())
      changed.set(body[place % Math.max(1, body.length)]?.[0] ?? 'x', values[n])
    return JSON.stringify(Object.fromEntries(changed))
  })
}

const bodies = fc.oneof(
  { weight: 8, arbitrary: objects },
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc.constant('{"a":1,"a":2}'),
)
const names = [
  'limit',
  'cursor',
  'sort',
  'stage',
  'outcome',
  'desk',
  'owner',
  'rep',
  'campaign',
  'tag',
  'q',
  'touchesMin',
  'touchesMax',
  'createdFrom',
  'createdTo',
  'status',
  'kind',
  'overdue',
  '__proto__',
  'x',
]
const parameters = fc.array(
  fc.tuple(
    fc.constantFrom(...names),
    fc.oneof(word, fc.constantFrom('1', '200', '-createdAt', 'name', 'me', 'none', 'WARM')),
  ),
  { maxLength: 3 },
)
const headerWords = fc.string({
  unit: fc
    .integer({ min: 0x20, max: 0xff })
    .filter((code) => code < 0x7f || code > 0x9f)
    .map((code) => String.fromCharCode(code)),
  maxLength: 300,
})
const headers = fc.record(
  {
    'if-match': fc.oneof(fc.constantFrom('*', '"1"', '"1", "2"', 'W/"1"', ',', '"'), headerWords),
    'idempotency-key': headerWords,
    'content-type': fc.oneof({ weight: 6, arbitrary: fc.constant('application/json') }, headerWords),
  },
  { requiredKeys: ['content-type'] },
)
const ids = fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, word, fc.uuid())

const wild = fc.record({
  route: fc.constantFrom(...routes),
  who: fc.constantFrom<keyof Cast>('max', 'sam'),
  id: ids,
  body: bodies,
  parameters,
  headers,
})

const writing = routes.filter(([, path]) => path in taken)
const near = fc.constantFrom(...writing.filter(([method]) => method !== 'GET')).chain((route) =>
  fc.record({
    route: fc.constant(route),
    who: fc.constantFrom<keyof Cast>('max', 'sam'),
    id: fc.constant(null),
    body: nearly(route[1]),
    parameters: fc.constant<[string, string][]>([]),
    headers: fc.constant({ 'content-type': 'application/json', 'if-match': '*' }),
  }),
)

const everything = `select (select count(*) from lead) + (select count(*) from touchpoint) + (select count(*) from handoff) + (select count(*) from activity)
  + (select count(*) from campaign) + (select sum(version) from company) + (select sum(version) from lead) as rows`
const rows = async () => (await pool.query<{ rows: string }>(everything)).rows[0]?.rows

test('no request makes Baton fail, and one that is refused changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(wild, near), async ({ route: [method, pattern], who, id, body, parameters, headers }) => {
      const path = pattern.replace(/\{(\w+)\}/, (_, name: keyof typeof there) =>
        encodeURIComponent((id ?? there[name]).toWellFormed()),
      )
      const query = new URLSearchParams(method === 'GET' || parameters.length > 2 ? parameters : []).toString()
      const before = await rows()
      const answer = await api[who](
        method,
        query ? `${path}?${query}` : path,
        method === 'GET' ? { headers } : { body, headers },
      )
      expect(answer.status).toBeLessThan(500)
      if (answer.status < 400) return
      expect(answer.headers.get('content-type')).toBe('application/problem+json')
      expect(answer.data).toMatchObject({
        status: answer.status,
        title: expect.any(String) as string,
        detail: expect.any(String) as string,
      })
      if (answer.status === 422) expect(answer.data.errors.length).toBeGreaterThan(0)
      expect(await rows()).toBe(before)
    }),
    { numRuns: runs(250), ignoreEqualValues: true, endOnFailure: false },
  )
}, 300_000)
