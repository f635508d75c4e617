'use client'

import { Button, LinkButton } from '../ui/button'
import { MessagePage } from './message-page'

/** The reference of an error, as the server's log has it; nothing for one of the browser's own. */
function referenceOf(error: unknown): string | undefined {
  return error instanceof Error && 'digest' in error && typeof error.digest === 'string' ? error.digest : undefined
}

/** Something broke: nothing that was saved is lost, try again, and a reference to tell. */
export function FailedPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <MessagePage
      title="This page could not be shown"
      reference={referenceOf(error)}
      actions={
        <>
          <Button look="primary" onClick={retry}>
            Try again
          </Button>
          <LinkButton look="quiet" href="/">
            Go to the start
          </LinkButton>
        </>
      }
    >
      What was saved is safe. If it happens again, tell your admin the reference below.
    </MessagePage>
  )
}
