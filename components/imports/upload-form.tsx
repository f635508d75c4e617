'use client'

import { FileUp } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'

type Kind = { value: string; label: string; about: string }

/**
 * Chooses a file and what is in it. A plain form that a browser sends by itself; with JavaScript a file can also be
 * dropped on it. `error` says why the last file was refused.
 */
export function UploadForm({
  kinds,
  chosen,
  error,
  limit,
}: {
  kinds: Kind[]
  chosen: string
  error?: string
  limit: number
}) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string>()
  const [isOver, setIsOver] = useState(false)
  const [isSending, setIsSending] = useState(false)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const { files } = event.dataTransfer
    if (!input.current || !files[0]) return
    input.current.files = files
    setName(files[0].name)
  }

  return (
    <form
      method="post"
      action="/import/upload"
      encType="multipart/form-data"
      onSubmit={() => setIsSending(true)}
      className="flex flex-col gap-5"
    >
      <fieldset className="grid gap-2 md:grid-cols-3">
        <legend className="mb-1.5 text-sm font-medium">What is in the file?</legend>
        {kinds.map(({ value, label, about }) => (
          <label
            key={value}
            className="flex cursor-pointer items-start gap-2.5 rounded-md border border-line-strong/70 p-3 hover:bg-hover has-checked:border-ink has-checked:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name="kind"
              value={value}
              defaultChecked={value === chosen}
              className="mt-0.5 accent-ink"
            />
            <span className="min-w-0">
              <span className="block text-sm font-medium">{label}</span>
              <span className="block text-xs text-ink-quiet">{about}</span>
            </span>
          </label>
        ))}
      </fieldset>

      <div>
        <label htmlFor="import-file" className="mb-1.5 block text-sm font-medium">
          CSV file
        </label>
        <div
          onDragOver={(event) => {
            event.preventDefault()
            setIsOver(true)
          }}
          onDragLeave={() => setIsOver(false)}
          onDrop={drop}
          className={`flex flex-col items-center gap-3 rounded-lg border border-dashed px-4 py-8 text-center ${isOver ? 'border-ink bg-hover' : 'border-control/70 bg-paper'}`}
        >
          <FileUp className="size-6 text-ink-quiet" aria-hidden="true" />
          <p className="text-sm text-ink-soft">
            {name ? (
              <span className="font-medium break-all text-ink">{name}</span>
            ) : (
              <span className="max-md:hidden">Drop a file here, or choose one.</span>
            )}
          </p>
          <input
            ref={input}
            id="import-file"
            type="file"
            name="file"
            required
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            aria-describedby={error ? 'import-file-hint import-file-error' : 'import-file-hint'}
            aria-invalid={error ? true : undefined}
            onChange={(event) => setName(event.target.files?.[0]?.name)}
            className="max-w-full text-sm text-ink-soft file:mr-3 file:h-8.5 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink max-md:file:h-11"
          />
        </div>
        <p id="import-file-hint" className="mt-1.5 text-xs text-ink-quiet">
          Up to {limit} MB. Commas, semicolons or tabs, and how it is written, are found by themselves. You choose the
          columns next.
        </p>
        {error ? (
          <p id="import-file-error" role="alert" className="mt-1.5 text-sm font-medium text-danger-ink">
            {error}
          </p>
        ) : null}
      </div>

      <div>
        <Button type="submit" look="primary" aria-disabled={isSending || undefined}>
          {isSending ? 'Uploading…' : 'Upload and choose columns'}
        </Button>
      </div>
    </form>
  )
}
