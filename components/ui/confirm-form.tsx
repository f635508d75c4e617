import type { ReactNode } from 'react'
import type { FormAction } from '@/lib/forms/form-state'
import { LinkButton } from './button'
import { Form, FormButtons, SubmitButton } from './form'

/**
 * Says what will happen, and does it at a press.
 * `<ConfirmForm action={deleteLead} hidden={{ leadId }} submit="Delete lead" isDangerous cancelHref={back}>…</ConfirmForm>`
 */
export function ConfirmForm({
  action,
  hidden,
  submit,
  isDangerous = false,
  doneHref,
  cancelHref,
  children,
}: {
  action: FormAction
  hidden: Record<string, string>
  submit: string
  isDangerous?: boolean
  doneHref?: string
  cancelHref: string
  children: ReactNode
}) {
  return (
    <Form action={action} hidden={hidden} doneHref={doneHref} label={submit}>
      <div className="text-sm text-ink-soft">{children}</div>
      <FormButtons>
        <SubmitButton look={isDangerous ? 'danger' : 'primary'}>{submit}</SubmitButton>
        <LinkButton href={cancelHref} scroll={false} data-first={isDangerous || undefined}>
          Cancel
        </LinkButton>
      </FormButtons>
    </Form>
  )
}
