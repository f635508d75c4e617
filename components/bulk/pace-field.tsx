import { TextField } from '@/components/ui/field'

/** How many leads Sales gets a working day. */
export function PaceField({ name, defaultValue }: { name: string; defaultValue?: string }) {
  return (
    <TextField
      name={name}
      label="Offers a working day"
      type="number"
      min={1}
      max={10_000}
      defaultValue={defaultValue}
      optional
      hint="At most so many reach Sales a day; left empty: all at once"
    />
  )
}
