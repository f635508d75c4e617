'use client'

import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import type { FormAction } from '@/lib/forms/form-state'
import { Button } from '../ui/button'
import { TextField } from '../ui/field'
import { Form, FormButtons, SubmitButton, useFormContext } from '../ui/form'

/** Names a key and shows it, this once. */
export function NewKeyForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} label="New key" className="flex max-w-xl flex-col gap-4">
      <FreshKey />
      <TextField name="name" label="What is it for?" placeholder="Website form" required maxLength={100} />
      <FormButtons>
        <SubmitButton pending="Making the key…">Make a key</SubmitButton>
      </FormButtons>
    </Form>
  )
}

function FreshKey() {
  const { secret } = useFormContext().state
  if (!secret) return null
  return (
    <div role="status" className="rounded-md border border-good-line bg-good-wash p-3 text-sm">
      <p className="font-medium text-good-ink">Copy your key now: it is not shown again.</p>
      <div className="mt-2 flex items-center gap-2">
        <code className="min-w-0 flex-1 rounded-sm border border-line bg-surface px-2 py-1.5 text-xs break-all select-all">
          {secret}
        </code>
        <CopyButton text={secret} />
      </div>
    </div>
  )
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = useState<string>()
  const isCopied = copied === text
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    setCopied(text)
  }
  return (
    <Button size="sm" icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
      {isCopied ? 'Copied' : 'Copy'}
    </Button>
  )
}
