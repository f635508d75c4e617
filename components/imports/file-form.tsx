'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FileDrop } from './file-drop'

/**
 * Sends a file. A plain form that a browser sends by itself; with JavaScript a file can also be dropped on it. `error`
 * says why the last file was refused, `children` stand before the file.
 */
export function FileForm({
  hint,
  submit,
  error,
  children,
}: {
  hint: ReactNode
  submit: string
  error?: string | undefined
  children: ReactNode
}) {
  const [isSending, setIsSending] = useState(false)
  return (
    <form
      method="post"
      action="/import/upload"
      encType="multipart/form-data"
      onSubmit={() => setIsSending(true)}
      className="flex flex-col gap-5"
    >
      {children}
      <FileDrop error={error}>{hint}</FileDrop>
      <div>
        <Button type="submit" look="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Uploading…' : submit}
        </Button>
      </div>
    </form>
  )
}
