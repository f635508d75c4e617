import 'server-only'
import { redirect, unstable_rethrow } from 'next/navigation'
import type { Actor } from '@/lib/access/actor'
import { actorOrNull } from '@/lib/access/current-actor'
import { conflict, DomainError, unauthenticated } from '@/lib/errors'
import { type FormFields, formFields, withoutUndefined } from '@/lib/forms/form-fields'
import type { FormAction, FormState } from '@/lib/forms/form-state'
import { refusal } from '@/lib/forms/refusal'
import { log } from '@/lib/log'
import { requestId } from '@/lib/request-facts'

/** What a form says after success (see FormState), or where to go. */
type FormDone = Pick<FormState, 'message' | 'made' | 'secret'> & { redirectTo?: string }

const signedOut = 'You are signed out. Sign in again in another tab, then send this once more.'

async function signedInActor(): Promise<Actor> {
  const actor = await actorOrNull()
  if (!actor) throw unauthenticated(signedOut)
  return actor
}

/**
 * A command as the server action of a form: the actor from the session, the input from the fields, a refusal as
 * messages beside them with what was typed kept. The form shows the page anew after success.
 *
 *   export const logTouchAction = formAction(
 *     (fields) => ({ leadId: fields.text('leadId'), channel: fields.text('channel'), note: fields.text('note') }),
 *     logTouch,
 *     ({ touchpoint }) => ({ message: 'Touch logged.', made: touchpoint.id }),
 *   )
 *
 * Anything else than a DomainError is a bug: logged once, and answered with the id under which it is found.
 */
export function formAction<Result>(
  toInput: (fields: FormFields) => unknown,
  run: (actor: Actor, input: unknown) => Promise<Result>,
  done: (result: Result, fields: FormFields) => FormDone = () => ({}),
): FormAction {
  return openFormAction(async (form) => {
    const actor = await signedInActor()
    const fields = formFields(form)
    return done(await run(actor, withoutUndefined(await toInput(fields))), fields)
  })
}

/** The same for forms that nobody has to be signed in for. */
export function openFormAction(work: (form: FormData) => Promise<FormDone>): FormAction {
  return async (_before, form) =>
    answered(
      () => work(form),
      (error) => refusal(error, form),
    )
}

/** Takes back what a form did: the server action behind the Undo of a toast. `made` is the id that the form answered. */
export function undoAction(
  run: (actor: Actor, made: string) => Promise<unknown>,
  message: string,
): (made: string) => Promise<FormState> {
  return async (made) =>
    answered(
      async () => {
        await run(await signedInActor(), String(made))
        return { message }
      },
      (error) => ({ message: error.message }),
    )
}

async function answered(work: () => Promise<FormDone>, refused: (error: DomainError) => FormState): Promise<FormState> {
  const { redirectTo, ...state } = await attempted(work, refused)
  if (redirectTo) redirect(redirectTo)
  return state
}

async function attempted(
  work: () => Promise<FormDone>,
  refused: (error: DomainError) => FormState,
): Promise<FormState & FormDone> {
  try {
    return { ok: true, ...(await work()) }
  } catch (error) {
    unstable_rethrow(error)
    return refused(error instanceof DomainError ? error : await reported(error))
  }
}

/** Logs a bug and says so to the person, with the id under which it is found. */
async function reported(error: unknown): Promise<DomainError> {
  const id = await requestId()
  log.error({ err: error, requestId: id }, 'a form failed')
  return conflict(`Something went wrong on our side. If it stays so, tell an admin this number: ${id}`)
}
