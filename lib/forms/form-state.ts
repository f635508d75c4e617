/**
 * What a form shows after it was sent. `errors` are sentences by field name ('form' for the whole form), `values` what
 * was typed (so that nothing is typed twice), `made` the id of what was made (so that it can be undone), `secret` what is
 * shown this once and never again.
 */
export type FormState = {
  ok?: true
  message?: string
  errors?: Record<string, string>
  values?: Record<string, string>
  /** Where the record is that stands in the way. */
  link?: { href: string; label: string }
  made?: string
  secret?: string
}

/** A form that was not sent yet. */
export const initialFormState: FormState = {}

/** A server action as forms take it: the state before, the fields; the state after. */
export type FormAction = (state: FormState, data: FormData) => Promise<FormState>
