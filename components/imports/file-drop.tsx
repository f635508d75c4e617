'use client'

import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'

/** Takes a CSV file or a workbook that is chosen or dropped, as the field `file`. `error` says why the last one was refused. */
export function FileDrop({ error, children }: { error?: string | undefined; children: ReactNode }) {
  const input = useRef<HTMLInputElement>(null)
  const [name, setName] = useState<string>()
  const [isOver, setIsOver] = useState(false)

  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const { files } = event.dataTransfer
    if (!input.current || !files[0]) return
    input.current.files = files
    setName(files[0].name)
  }

  return (
    <div>
      <label htmlFor="import-file" className="mb-1.5 block text-sm font-medium">
        CSV or Excel file
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
          accept=".csv,.tsv,.txt,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby={error ? 'import-file-hint import-file-error' : 'import-file-hint'}
          aria-invalid={error ? true : undefined}
          onChange={(event) => setName(event.target.files?.[0]?.name)}
          className="max-w-full text-sm text-ink-soft file:mr-3 file:h-8.5 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-sm file:font-medium file:text-ink max-md:file:h-11"
        />
      </div>
      <p id="import-file-hint" className="mt-1.5 text-xs text-ink-quiet">
        {children}
      </p>
      {error ? (
        <p id="import-file-error" role="alert" className="mt-1.5 text-sm font-medium text-danger-ink">
          {error}
        </p>
      ) : null}
    </div>
  )
}
