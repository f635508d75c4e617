import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import type { MailShape } from '@/lib/mail/mail-shape'
import { mailStateMeanings } from '@/lib/mail/mail-words'
import { LinkButton } from '../ui/button'
import { Card } from '../ui/card'
import { DateTime } from '../ui/date-time'
import { Notice } from '../ui/notice'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex gap-3 py-1 text-sm">
      <dt className="w-20 shrink-0 text-ink-quiet">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  )
}

/** One mail of the outbox, as its reader sees it. */
export function MailSheet({
  mail,
  zone,
}: {
  mail: MailShape & { text: string | null; html: string | null }
  zone: string
}) {
  const { subject, recipient, person, state, createdAt, settledAt, failure, html, text } = mail
  return (
    <>
      <LinkButton href="/settings/mail" look="quiet" icon={<ChevronLeft />} className="-ml-3 self-start">
        All mails
      </LinkButton>
      {failure ? (
        <Notice kind={state === 'failed' ? 'error' : 'warn'} title={state === 'failed' ? 'It failed' : 'Not yet sent'}>
          {failure}
        </Notice>
      ) : null}
      <Card>
        <dl>
          <Fact name="To">
            {person.name} · {recipient ?? person.email}
          </Fact>
          {subject ? <Fact name="Subject">{subject}</Fact> : null}
          <Fact name="Written">
            <DateTime at={createdAt} zone={zone} />
          </Fact>
          {settledAt ? (
            <Fact name="Settled">
              <DateTime at={settledAt} zone={zone} />
            </Fact>
          ) : null}
          <Fact name="State">{mailStateMeanings[state]}</Fact>
        </dl>
      </Card>
      {html ? (
        <Card title="As it is read" flush>
          {/* No rights at all: what a mail holds runs nothing here and leads nowhere. */}
          <iframe sandbox="" srcDoc={html} title="The mail" className="h-96 w-full border-t border-line" />
        </Card>
      ) : null}
      {text ? (
        <Card title="In plain text">
          <pre className="font-sans text-sm break-words whitespace-pre-wrap text-ink-soft">{text}</pre>
        </Card>
      ) : null}
    </>
  )
}
