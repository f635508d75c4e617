import type { FormAction } from '@/lib/forms/form-state'
import { Badge } from '../ui/badge'
import { Card } from '../ui/card'
import { DateTime } from '../ui/date-time'
import { Form, SubmitButton } from '../ui/form'

export type SignedInPlace = { id: string; device: string; since: Date; isThis: boolean }

/** Where one is signed in, with a way out of each place. */
export function SessionsCard({
  sessions,
  zone,
  now,
  endSession,
  endOthers,
}: {
  sessions: SignedInPlace[]
  zone: string
  now: Date
  endSession: FormAction
  endOthers: FormAction
}) {
  return (
    <Card title="Where you are signed in" flush>
      <ul className="border-t border-line">
        {sessions.map(({ id, device, since, isThis }) => (
          <li
            key={id}
            className="flex min-h-14 items-center justify-between gap-4 border-b border-line px-4 py-2 last:border-0 md:px-5"
          >
            <div className="min-w-0">
              <p className="flex items-center gap-2 text-sm font-medium">
                {device}
                {isThis ? <Badge tone="good">This browser</Badge> : null}
              </p>
              <p className="text-xs text-ink-quiet">
                Signed in <DateTime at={since} zone={zone} now={now} />
              </p>
            </div>
            {isThis ? null : (
              <Form action={endSession} hidden={{ sessionId: id }} doneHref="/settings/account" className="contents">
                <SubmitButton look="secondary" size="sm" pending="Signing out…">
                  Sign out<span className="sr-only"> {device}</span>
                </SubmitButton>
              </Form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div className="border-t border-line px-4 py-3 md:px-5">
          <Form action={endOthers} doneHref="/settings/account" label="Sign out everywhere else" className="contents">
            <SubmitButton look="danger" size="sm" pending="Signing out…">
              Sign out everywhere else
            </SubmitButton>
          </Form>
        </div>
      ) : null}
    </Card>
  )
}
