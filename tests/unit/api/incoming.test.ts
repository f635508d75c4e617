import type { IncomingHttpHeaders } from 'node:http'
import { expect, test } from 'vitest'
import { fromThisMachine, mend, noteOrigin, realMethod } from '@/lib/api/incoming'

const mended = (url: string, method = 'GET', headers: IncomingHttpHeaders = {}) => {
  const request = { url, method, headers }
  mend(request)
  return request
}

test.each([
  ['/api/v1/leads', '/api/v1/leads'],
  ['/api/v1/leads/', '/api/v1/leads'],
  ['/api/v1//leads///x?a=//', '/api/v1/leads/x?a=//'],
  ['/api/v1\\leads', '/api/v1/leads'],
  ['/api/v1/', '/api/v1'],
  ['/api/v1/leads/%E0%A4%A', '/api/v1/leads/%25E0%25A4%25A'],
  ['/api/v1/leads/%FF?q=%', '/api/v1/leads/%25FF?q=%'],
  ['/api/v1/leads/%2e%2e', '/api/v1/leads/%252e%252e'],
  ['/api/v1/leads/a%20b', '/api/v1/leads/a%20b'],
  ['/api/v10/', '/api/v10/'],
  ['/leads/%FF/', '/leads/%FF/'],
])('%s is asked for as %s', (url, as) => {
  expect(mended(url).url).toBe(as)
})

test('a method that no route can have is told to the route, and nobody else can tell it', () => {
  expect(mended('/api/v1/me', 'TRACE')).toMatchObject({ method: 'OPTIONS', headers: { [realMethod]: 'TRACE' } })
  expect(mended('/api/v1/me', 'OPTIONS', { [realMethod]: 'TRACE' }).headers).toEqual({})
  expect(mended('/api/v1/me', 'PATCH').method).toBe('PATCH')
})

test('a request is from this machine when its socket is and no proxy speaks for another', () => {
  const isOurs = (peer: string | undefined, headers: IncomingHttpHeaders = {}) => {
    noteOrigin({ headers }, peer)
    return headers[fromThisMachine] === 'yes'
  }
  for (const peer of ['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1']) expect(isOurs(peer)).toBe(true)
  for (const peer of ['10.0.0.1', '::ffff:10.0.0.1', '1.127.0.0', undefined]) expect(isOurs(peer)).toBe(false)
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect(isOurs('127.0.0.1', { [name]: '127.0.0.1' })).toBe(false)
  expect(isOurs('10.0.0.1', { [fromThisMachine]: 'yes' })).toBe(false)
})
