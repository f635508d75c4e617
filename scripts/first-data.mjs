// What a new database gets: the demo data, or a code with which the first admin is created.
import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { Failure, explain } from './failure.mjs'
import { applyMigrations } from './apply-migrations.mjs'
import { runServerScript } from './run.mjs'
import { readSecrets, saveSecrets } from './secrets.mjs'
import { step } from './step.mjs'

/** Password of the people of the demo data, as in demo-people.ts. */
const demoPassword = 'baton demo'

async function query(url, sql, values) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql, values)).rows
  } finally {
    await client.end()
  }
}

/** A run that was cut off left a part of the demo data: nobody has worked with it yet, so it is thrown away. */
async function emptyDatabase(url) {
  const maintenance = new URL(url)
  const name = pg.escapeIdentifier(maintenance.pathname.slice(1))
  maintenance.pathname = '/postgres'
  await query(maintenance.href, `drop database if exists ${name} with (force)`)
  await query(maintenance.href, `create database ${name}`)
  await applyMigrations(url)
}

/** The same database without waiting for the disk at each commit: what a crash would lose is made anew anyway. */
function hastyUrl(url) {
  const hasty = new URL(url)
  hasty.searchParams.set('options', '-c TimeZone=UTC -c synchronous_commit=off')
  return hasty.href
}

/** Puts the demo data into an embedded database in which nobody is yet. */
export async function ensureDemoData({ url, dataDir }, env) {
  const wasCutOff = readSecrets(dataDir).demoData === 'begun'
  const [{ people }] = await query(url, 'select count(*)::int as people from person')
  if (people > 0 && !wasCutOff) return
  await step('Putting in the demo data: two years of a made-up company, 1,200 leads', async () => {
    if (wasCutOff) await emptyDatabase(url)
    saveSecrets(dataDir, { demoData: 'begun' })
    const { code, output } = await runServerScript('demo.ts', {
      ...env,
      DATABASE_URL: hastyUrl(url),
      DATABASE_PREPARE: '1',
    })
    if (code !== 0)
      throw explain(new Failure(`The demo data could not be put in:\n${output}`), 'putting in the demo data')
    await query(url, 'checkpoint')
    saveSecrets(dataDir, { demoData: 'done' })
  })
}

/** A new code for creating the first admin, null when there is an admin. Only its hash is kept. */
async function newSetupCode(url) {
  const admins = await query(url, `select 1 from person where role = 'admin' and deactivated_at is null limit 1`)
  if (admins.length > 0) {
    await query(url, 'update settings set setup_code_hash = null where setup_code_hash is not null')
    return null
  }
  const code = randomBytes(18).toString('base64url')
  const hash = createHash('sha256').update(code).digest('hex')
  await query(url, 'update settings set setup_code_hash = $1', [hash])
  return code
}

/** Lines that say where Baton is and who can sign in. */
export async function greeting(url, address) {
  const code = await newSetupCode(url)
  if (code) {
    return [
      `Baton is ready. Create the first admin:`,
      `  ${address}/setup?code=${code}`,
      '  (the code is good once, and until the next start)',
    ]
  }
  const [{ is_demo: isDemo }] = await query(url, 'select is_demo from settings')
  if (!isDemo) return [`Baton is ready: ${address}`]
  const people = await query(
    url,
    `select email, role from person where email like '%@baton.example' and deactivated_at is null order by role, email`,
  )
  return [
    `Baton is ready: ${address}`,
    `Sign in with the password "${demoPassword}" as`,
    ...people.map(({ email, role }) => `  ${email.padEnd(22)}${role}`),
  ]
}
