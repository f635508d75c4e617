'use client'

import { useState } from 'react'
import { FileDrop } from '@/components/imports/file-drop'
import { Button } from '@/components/ui/button'

/** Sends a list of attendees. A plain form that a browser sends by itself. */
export function AttendeeForm({ campaign, error }: { campaign: string; error?: string | undefined }) {
  const [isSending, setIsSending] = useState(false)
  return (
    <form
      method="post"
      action="/import/upload"
      encType="multipart/form-data"
      onSubmit={() => setIsSending(true)}
      className="flex flex-col gap-5"
    >
      <input type="hidden" name="purpose" value="attendees" />
      <input type="hidden" name="campaign" value={campaign} />
      <FileDrop error={error}>
        Leads are found by external id, by email, or by name and company. Nothing is logged before you have seen whom
        the list means.
      </FileDrop>
      <div>
        <Button type="submit" look="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Uploading…' : 'Find the leads'}
        </Button>
      </div>
    </form>
  )
}
