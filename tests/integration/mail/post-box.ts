import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A real server that takes mails, and does with the next ones what a test says. */
export type PostBox = {
  url: string
  /** What it has accepted since the last look, as a mail program reads it. */
  taken: () => Email[]
  /** Refuses the next mails with this code and sentence; null: takes them again. */
  refuse: (answer: { code: number; sentence: string } | null) => void
  /** How many conversations were begun. */
  calls: () => number
  close: () => Promise<void>
}

export async function openPostBox(): Promise<PostBox> {
  let mails: Email[] = []
  let refusal: { code: number; sentence: string } | null = null
  let calls = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      calls++
      done()
    },
    onData(stream, _session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusal) return done(Object.assign(new Error(refusal.sentence), { responseCode: refusal.code }))
        void PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          mails.push(mail)
          done()
        })
      })
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken() {
      const since = mails
      mails = []
      return since
    },
    refuse: (answer) => (refusal = answer),
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
