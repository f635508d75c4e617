import type { FormAction } from '@/lib/forms/form-state'
import { Card } from '../ui/card'
import { DateTime } from '../ui/date-time'
import { Form, SubmitButton } from '../ui/form'

export type ListedKey = {
  id: string
  name: string
  prefix: string
  createdAt: Date
  lastUsedAt: Date | null
  /** Whose it is, where that is not plain. */
  person?: { name: string }
}

/** Keys that work, with the button that ends each. */
export function KeysCard({
  title,
  keys,
  empty,
  zone,
  now,
  revoke,
}: {
  title: string
  keys: ListedKey[]
  empty: string
  zone: string
  now: Date
  revoke: FormAction
}) {
  return (
    <Card title={title} flush>
      {keys.length === 0 ? (
        <p className="border-t border-line px-4 py-4 text-sm text-ink-quiet md:px-5">{empty}</p>
      ) : (
        <ul className="border-t border-line">
          {keys.map((key) => (
            <li
              key={key.id}
              className="flex min-h-14 items-center justify-between gap-4 border-b border-line px-4 py-2 last:border-0 md:px-5"
            >
              <div className="min-w-0">
                <p className="truncate text-sm font-medium">
                  {key.name}
                  {key.person ? <span className="font-normal text-ink-soft"> · {key.person.name}</span> : null}
                </p>
                <p className="text-xs text-ink-quiet">
                  <code>{key.prefix}…</code> · made <DateTime at={key.createdAt} zone={zone} now={now} /> ·{' '}
                  {key.lastUsedAt ? (
                    <>
                      last used <DateTime at={key.lastUsedAt} zone={zone} now={now} />
                    </>
                  ) : (
                    'never used'
                  )}
                </p>
              </div>
              <Form action={revoke} hidden={{ keyId: key.id }} doneHref="/settings/keys" className="contents">
                <SubmitButton look="danger" size="sm" pending="Revoking…">
                  Revoke<span className="sr-only"> {key.name}</span>
                </SubmitButton>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
