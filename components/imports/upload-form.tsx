import { FileForm } from './file-form'

type Kind = { value: string; label: string; about: string }

/** Chooses a file and what is in it. */
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
  return (
    <FileForm
      hint={`Up to ${limit} MB. CSV or Excel (.xlsx, its first sheet). Commas, semicolons or tabs, and how it is written, are found by themselves. You choose the columns next.`}
      submit="Upload and choose columns"
      error={error}
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
    </FileForm>
  )
}
