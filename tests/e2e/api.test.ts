import http from 'node:http'
import { runServerScript } from '../../scripts/run.mjs'
import { expect, test } from './baton'

type Ask = { method?: string; path: string; headers?: Record<string, string>; body?: string }

/** Sends a request as it is: neither its path nor its method put right on the way. */
function ask(url: string, { method = 'GET', path, headers = {}, body }: Ask) {
  const { hostname, port } = new URL(url)
  return new Promise<{ status: number; headers: http.IncomingHttpHeaders; text: string }>((resolve, reject) => {
    const request = http.request({ hostname, port, path, method, headers }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => (text += chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    request.on('error', reject)
    request.end(body)
  })
}

test('the built server answers below /api/v1 by the API alone, whatever is asked', async ({ baton }) => {
  const { output } = await runServerScript('key.ts', {
    DATABASE_URL: baton.databaseUrl,
    BATON_INPUT: JSON.stringify({ email: 'max@baton.example' }),
  })
  const headers = { authorization: `Bearer ${output.trim()}`, 'content-type': 'application/json' }
  for (const path of [
    'me',
    'people',
    'leads',
    'leads/',
    'handoffs',
    'campaigns',
    'companies',
    'imports',
    'settings/scoring',
  ])
    expect([path, (await ask(baton.url, { path: `/api/v1/${path}`, headers })).status]).toEqual([path, 200])

  const lead = { path: '/api/v1/leads', method: 'POST', headers, body: '{"email":"ines@norrland.example"}' }
  const made = await ask(baton.url, lead)
  expect([made.status, made.headers.etag]).toEqual([201, '"1"'])
  expect((await ask(baton.url, { path: made.headers.location ?? '', headers })).text).toBe(made.text)
  expect((await ask(baton.url, { path: '/api/v1/leads', method: 'HEAD', headers })).text).toBe('')

  const refused: [number, Ask][] = [
    [404, { path: '/api/v1' }],
    [404, { path: '/api/v1/nothing/here' }],
    [404, { path: '/api/v1/leads/%E0%A4%A', headers }],
    [404, { path: '/api/v1/%' }],
    [401, { path: '/api/v1//me' }],
    [405, { path: '/api/v1/me', method: 'TRACE' }],
    [405, { path: '/api/v1/leads', method: 'PROPFIND' }],
    [405, { path: '/api/health/live', method: 'DELETE' }],
    [409, lead],
    [413, { ...lead, body: JSON.stringify({ note: 'x'.repeat(3_000_000) }) }],
  ]
  for (const [status, request] of refused) {
    const answer = await ask(baton.url, request)
    expect([request.method, request.path, answer.status]).toEqual([request.method, request.path, status])
    expect(answer.headers['content-type']).toBe('application/problem+json')
    if (status === 405) expect(answer.headers.allow).toContain('OPTIONS')
  }
})

test('metrics are for this machine, and a proxy on it is not this machine', async ({ baton }) => {
  const metrics = await ask(baton.url, { path: '/api/metrics' })
  expect([metrics.status, metrics.text]).toEqual([200, expect.stringContaining('baton_http_request_seconds_count')])
  expect((await ask(baton.url, { path: '/api/metrics', headers: { 'x-forwarded-for': '127.0.0.1' } })).status).toBe(403)
})
