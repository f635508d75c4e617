import { Link } from '@/components/ui/link'
import type { FormAction } from '@/lib/forms/form-state'
import { notificationKinds } from '@/lib/notifications/kinds'
import type { NotificationKind, NotificationVia } from '@/prisma/generated/enums'
import { Card } from '../ui/card'
import { Form, FormButtons, SubmitButton } from '../ui/form'
import { Notice } from '../ui/notice'

const ways: Record<NotificationVia, string> = { bell: 'Bell', mail: 'Bell and mail', digest: 'Digest', none: 'Off' }
const inOrder: NotificationVia[] = ['bell', 'mail', 'digest', 'none']

/** By which way a person wants to be told of each kind. */
export function ChoicesForm({
  action,
  choices,
  digestAt,
  sendsMails,
  readsMails,
}: {
  action: FormAction
  choices: { kind: NotificationKind; via: NotificationVia }[]
  digestAt: string
  sendsMails: boolean
  readsMails: boolean
}) {
  return (
    <Form action={action} label="Your notifications">
      {sendsMails ? null : (
        <Notice title="No mail goes out yet">
          This Baton has no mail server.{' '}
          {readsMails ? (
            <>
              What it would send is kept under <Link href="/settings/mail">Mail</Link>.
            </>
          ) : (
            'What it would send is kept for your admin to read.'
          )}
        </Notice>
      )}
      <Card flush footer={`The digest is one mail on working days at ${digestAt}; what is in it is not in the bell.`}>
        <ul>
          {choices.map(({ kind, via }) => (
            <Choice key={kind} kind={kind} via={via} />
          ))}
        </ul>
      </Card>
      <FormButtons>
        <SubmitButton>Save</SubmitButton>
      </FormButtons>
    </Form>
  )
}

function Choice({ kind, via }: { kind: NotificationKind; via: NotificationVia }) {
  const { words, meaning } = notificationKinds[kind]
  return (
    <li className="border-b border-line px-4 py-3 last:border-b-0 md:px-5">
      <fieldset className="flex min-w-0 flex-wrap items-center justify-between gap-x-6 gap-y-2.5">
        <legend className="sr-only">{`${words}: ${meaning}`}</legend>
        <div className="min-w-0 flex-1 basis-56" aria-hidden="true">
          <p className="text-sm font-medium">{words}</p>
          <p className="text-xs text-ink-quiet">{meaning}</p>
        </div>
        <div className="flex shrink-0 rounded-md border border-line-strong/70 bg-sunken p-0.5 max-md:w-full">
          {inOrder.map((way) => (
            <label
              key={way}
              className="flex h-7 cursor-pointer items-center justify-center rounded-sm px-2.5 text-xs text-ink-soft hover:text-ink has-checked:bg-surface has-checked:font-medium has-checked:text-ink has-checked:shadow-raised has-focus-visible:outline-2 has-focus-visible:outline-focus max-md:h-10 max-md:grow max-md:px-1"
            >
              <input type="radio" name={`via.${kind}`} value={way} defaultChecked={way === via} className="sr-only" />
              {ways[way]}
            </label>
          ))}
        </div>
      </fieldset>
    </li>
  )
}
