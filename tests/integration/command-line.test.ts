import { describe, expect, test } from 'vitest'
import { actorOfKey } from '@/lib/access/api-key'
import { isPasswordOf } from '@/lib/access/password'
import { db } from '@/lib/db'
import { freePort } from '../../scripts/ports.mjs'
import { run } from '../../scripts/run.mjs'

const free = await freePort()
const script = (name: string, args: string[], env: Record<string, string> = {}) =>
  run(process.execPath, [`scripts/${name}.mjs`, ...args], { env: { PORT: String(free), ...env } })

const ada = ['--email', 'Ada@Baton.example', '--name', 'Ada', '--role', 'admin', '--password', 'a first password']

describe('npm run person and npm run key', () => {
  test('a person is added who can sign in, and a key acts as them', async () => {
    expect(await script('person', ada)).toMatchObject({ code: 0, output: expect.stringContaining('can sign in') })
    const person = await db.person.findUniqueOrThrow({ where: { email: 'ada@baton.example' } })
    expect(person).toMatchObject({ name: 'Ada', role: 'admin' })
    expect(await isPasswordOf(person.passwordHash, 'a first password')).toBe(true)

    const { code, output } = await script('key', ['--email', 'ada@baton.example'])
    expect(code).toBe(0)
    const key = output.trim().split('\n').at(-1) ?? ''
    expect(await actorOfKey(key)).toMatchObject({ name: 'Ada', role: 'admin' })
    expect(JSON.stringify(await db.apiKey.findMany())).not.toContain(key)
  })

  test('a person who is there gets a new password and is signed out everywhere', async () => {
    const { id } = await db.person.findUniqueOrThrow({ where: { email: 'ada@baton.example' } })
    await db.session.create({ data: { personId: id, expiresAt: new Date('2100-01-01') } })
    const again = [...ada.slice(0, -1), 'a second password']
    expect(await script('person', again)).toMatchObject({ code: 0, output: expect.stringContaining('set anew') })
    const person = await db.person.findUniqueOrThrow({ where: { id }, include: { sessions: true } })
    expect(await isPasswordOf(person.passwordHash, 'a second password')).toBe(true)
    expect(person.sessions.every((session) => session.revokedAt)).toBe(true)
  })

  test('the last admin stays one', async () => {
    const { code, output } = await script('person', ada.with(5, 'rep'))
    expect({ code, output }).toMatchObject({ code: 1, output: expect.stringContaining('last admin') })
  })

  test.each([
    ['an unknown role', 'person', ada.with(5, 'boss'), '--role'],
    ['a short password', 'person', ada.with(7, 'short'), '--password'],
    ['a missing option', 'person', ada.slice(0, 6), 'Missing: --password'],
    ['an unknown option', 'key', ['--who', 'x'], "Unknown option '--who'"],
    ['a key for nobody', 'key', ['--email', 'nobody@baton.example'], 'Nobody here has the email'],
  ])('%s is refused in one sentence', async (_case, name, args, sentence) => {
    const { code, output } = await script(name, args)
    expect(code).toBe(1)
    expect(output).toContain(sentence)
    expect(output).not.toContain('    at ')
  })
})

describe('npm start refuses in one sentence, before anything is done,', () => {
  test.each([
    [{ PORT: 'abc' }, 'PORT must be a number'],
    [{ PORT: '70000' }, 'PORT must be a number'],
    [{ HOST: 'no such host' }, 'HOST must be an address'],
    [{ HOST: '192.0.2.1' }, 'HOST=192.0.2.1 is no address of this machine'],
    [{ DEMO: 'maybe' }, 'DEMO must be 0 or 1'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must look like'],
    [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/x' }, "can't be reached"],
    [{ APP_URL: 'baton' }, 'APP_URL must be the address'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have'],
    [{ API_RATE_PER_MINUTE: '-1' }, 'API_RATE_PER_MINUTE must be'],
    [{ IMPORT_MAX_MB: 'lots' }, 'IMPORT_MAX_MB must be'],
    [{ SMTP_URL: 'mail.example.com' }, 'SMTP_URL must look like'],
    [{ SMTP_URL: 'smtp://127.0.0.1:1025', MAIL_FROM: '' }, 'SMTP_URL needs MAIL_FROM'],
    [{ MAIL_FROM: 'Baton' }, 'MAIL_FROM must be an address'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ DATA_DIR: 'package.json', AUTH_SECRET: '' }, 'A file is where a folder is needed'],
  ])('%o', async (env, sentence) => {
    const { code, output } = await script('start', [], env)
    expect(output).toContain(sentence)
    expect(output.split('\n').filter((line) => line.startsWith('✗'))).toHaveLength(1)
    expect(code).toBe(1)
  })

  test('a wrong password and a missing database are told apart', async () => {
    const url = new URL(process.env.DATABASE_URL ?? '')
    const wrongPassword = Object.assign(new URL(url), { password: 'wrong' })
    const wrongName = Object.assign(new URL(url), { pathname: '/not_there' })
    expect((await script('start', [], { DATABASE_URL: wrongPassword.href })).output).toContain(
      'refuses the user "baton"',
    )
    expect((await script('start', [], { DATABASE_URL: wrongName.href })).output).toContain(
      'has no database "not_there"',
    )
  })

  test('a taken port', async () => {
    const { port } = new URL(process.env.DATABASE_URL ?? '')
    expect((await script('start', [], { PORT: port })).output).toContain(`Port ${port} is taken`)
  })
})
