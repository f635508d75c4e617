import { beforeAll, expect, test } from 'vitest'
import { apiOf, type Client } from '@/tests/integration/api/client'
import type { Cast } from '@/tests/integration/cast'

let api: Record<keyof Cast, Client>
beforeAll(async () => {
  ;({ api } = await apiOf())
})

test('companies are made, known again, changed, found, and count the leads that one may see', async () => {
  const { status, data, headers } = await api.sam('POST', '/companies', {
    body: { name: 'Zeta  Werk', domain: 'www.zeta.example' },
  })
  expect([status, headers.get('location')]).toEqual([201, `/api/v1/companies/${data.id}`])
  expect(data).toMatchObject({ name: 'Zeta  Werk', domain: 'zeta.example', leads: { all: 0 } })
  expect((await api.mia('POST', '/companies', { body: { name: 'Other', domain: 'zeta.example' } })).status).toBe(409)
  expect((await api.mia('POST', '/companies', { body: { domain: 'x.example' } })).data.errors).toEqual([
    { path: 'name', message: 'This is missing.' },
  ])
  const path = `/companies/${data.id}`
  expect((await api.sam('PATCH', path, { body: { name: 'X' } })).status).toBe(403)
  expect(
    (await api.mia('PATCH', path, { body: { name: '', leads: 5 } })).data.errors.map((error) => error.path).sort(),
  ).toEqual(['leads', 'name'])
  expect((await api.mia('PATCH', path, { body: { name: 'Zeta Werk' } })).data).toMatchObject({
    name: 'Zeta Werk',
    version: 2,
  })
  for (const employees of [0, 2.5, '40', -1, 10_000_000])
    expect((await api.mia('PATCH', path, { body: { employees } })).data.errors.map((error) => error.path)).toEqual([
      'employees',
    ])
  expect((await api.mia('PATCH', path, { body: { employees: 1200 } })).data).toMatchObject({ employees: 1200 })
  expect((await api.mia('PATCH', path, { body: { name: 'Zeta Werk' } })).data).toMatchObject({ employees: 1200 })
  await api.mia('POST', '/leads', { body: { email: 'a@zeta.example', company: { domain: 'zeta.example' } } })
  await api.sam('POST', '/leads', { body: { email: 'b@zeta.example', company: { domain: 'zeta.example' } } })
  expect((await api.mia('GET', path)).data.leads).toEqual({ all: 2, cold: 2, warm: 0, hot: 0, won: 0, lost: 0 })
  expect((await api.sam('GET', path)).data.leads).toMatchObject({ all: 1, cold: 1 })
  const { data: gone } = await api.mia('POST', '/leads', {
    body: { email: 'c@other.example', company: { name: 'Other' } },
  })
  for (const email of ['d', 'e'])
    await api.mia('POST', '/leads', { body: { email: `${email}@other.example`, company: { name: 'Other' } } })
  const most = async (client: Client) => (await client('GET', '/companies?sort=-leads&limit=1')).data.data[0]?.name
  expect(await most(api.mia)).toBe('Other')
  expect(await most(api.sam)).toBe('Zeta Werk')
  await api.max('DELETE', `/leads/${gone.id}`)
  for (const { name, leads } of (await api.mia('GET', '/companies?sort=-leads&limit=2')).data.data)
    expect([name, leads?.all]).toEqual([name, 2])
  const small = await api.mia('POST', '/companies', { body: { name: 'Small', employees: 4 } })
  expect(small.data).toMatchObject({ employees: 4, version: 1 })
  const bySize = async (sort: string) =>
    (await api.mia('GET', `/companies?sort=${sort}`)).data.data.flatMap(({ employees }) => employees ?? [])
  expect([await bySize('employees'), await bySize('-employees')]).toEqual([
    [4, 1200],
    [1200, 4],
  ])
  const sized = async (query: string) => (await api.mia('GET', `/leads?${query}`)).data.data.length
  expect([await sized('employeesMin=1200'), await sized('employeesMin=1000000')]).toEqual([2, 0])
  expect((await api.mia('PATCH', path, { body: { employees: null } })).data).toMatchObject({ employees: null })
  for (const q of ['zeta', 'TA%20WE', 'zeta.exa'])
    expect((await api.mia('GET', `/companies?q=${q}`)).data.data.map(({ id }) => id)).toEqual([data.id])
  expect((await api.mia('GET', '/companies?q=%25')).data.data).toEqual([])
})
