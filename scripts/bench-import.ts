import { mkdtempSync, chmodSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Actor } from '@/lib/access/actor'
import { pool } from '@/lib/db'
import { exportTouchpoints } from '@/lib/exports/export-touchpoints'
import { postImport } from '@/lib/imports/post-import'
import { runImport } from '@/lib/imports/run-import'
import type { LeadFilters } from '@/lib/leads/filters'
import { report, timed } from './bench-measure'

/** How many times what COPY takes an import may take. */
const mostTimesCopy = 3
const exportSeconds = 10

function file(rows: number): Blob {
  const lines = Array.from({ length: rows }, (_, n) =>
    [
      `new-${n}`,
      `new${n}@firm${n % 50_000}.example`,
      'Ines',
      `Vidal${n}`,
      `+49 30 ${1_000_000 + n}`,
      `Firm ${n % 50_000}`,
      'Website',
      n % 90_000,
      '2026-03-12',
    ].join(),
  )
  return new Blob([['externalId,email,firstName,lastName,phone,company,source,value,createdAt', ...lines].join('\n')])
}

/** An import of new leads beside a COPY of all the rows that it has written, into the same tables with their indexes. */
export async function measureImport(actor: Actor, rows: number): Promise<void> {
  const form = new FormData()
  form.append('kind', 'leads')
  form.append('file', file(rows), 'leads.csv')
  const { id } = await postImport(actor, new Request('http://localhost/', { method: 'POST', body: form }))
  const own = await timed(() => runImport(id, new AbortController().signal))
  const bare = await copyAgain(id)
  // As the database does by itself within a minute: what comes next is not measured on a table that has just doubled.
  await pool.query('vacuum analyze lead, lead_state')
  report(
    `import of ${rows.toLocaleString('en')} leads`,
    { median: own, p95: own },
    own <= mostTimesCopy * bare,
    `${mostTimesCopy} x COPY: ${(own / bare).toFixed(2)}`,
  )
}

/** Copies what an import has written out and in again under other ids and names; milliseconds of the way in. */
async function copyAgain(importId: string): Promise<number> {
  const dir = mkdtempSync(path.join(tmpdir(), 'baton-copy-'))
  chmodSync(dir, 0o777)
  const client = await pool.connect()
  const columnsOf = async (table: string, but: string[] = []) => {
    const { rows } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
      [table],
    )
    return rows.map(({ name }) => name).filter((name) => !but.includes(name))
  }
  try {
    await client.query(
      `create temporary table copied as select id as old, uuid7() as new from lead where import_id = '${importId}'`,
    )
    await client.query('create unique index on copied (old)')
    const tables = [
      { name: 'company', columns: await columnsOf('company'), from: `company t where t.import_id = '${importId}'` },
      { name: 'lead', columns: await columnsOf('lead'), from: 'lead t join copied on old = t.id order by new' },
      {
        name: 'lead_state',
        columns: await columnsOf('lead_state'),
        from: 'lead_state t join copied on old = t.lead_id order by new',
      },
      {
        name: 'activity',
        columns: await columnsOf('activity', ['seq']),
        from: 'activity t join copied on old = t.lead_id order by new',
      },
    ]
    const other: Record<string, string> = {
      'company.id': 'uuid7()',
      'company.name_key': `t.name_key || ' again'`,
      'lead.id': 'new',
      'lead.external_id': `'again-' || t.external_id`,
      'lead_state.lead_id': 'new',
      'activity.lead_id': 'new',
    }
    for (const { name, columns, from } of tables) {
      const values = columns.map((column) => other[`${name}.${column}`] ?? `t.${column}`)
      await client.query(`copy (select ${values.join()} from ${from}) to '${dir}/${name}' (format binary)`)
    }
    return await timed(async () => {
      await client.query('begin')
      for (const { name, columns } of tables)
        await client.query(`copy ${name} (${columns.join()}) from '${dir}/${name}' (format binary)`)
      await client.query('commit')
    })
  } finally {
    client.release()
    rmSync(dir, { recursive: true, force: true })
  }
}

/** Rows a second of exported touches, and what this process holds meanwhile. */
export async function measureExport(actor: Actor): Promise<void> {
  const which: [string, LeadFilters][] = [
    ['all', {}],
    ['of hot leads from partners', { stage: 'HOT', source: 'Partner' }],
  ]
  for (const [what, filters] of which) {
    const end = performance.now() + exportSeconds * 1000
    const before = process.memoryUsage().rss
    let rows = 0
    const took = await timed(async () => {
      const touches = exportTouchpoints(actor, filters)[Symbol.asyncIterator]()
      while (performance.now() < end && !(await touches.next()).done) rows++
      await touches.return?.()
    })
    const grown = Math.round((process.memoryUsage().rss - before) / 1e6)
    console.log(
      `export of touches, ${what}: ${Math.round((rows / took) * 1000).toLocaleString('en')} rows/s, grown by ${grown} MB`,
    )
  }
}
