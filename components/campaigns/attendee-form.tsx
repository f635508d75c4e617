import { FileForm } from '@/components/imports/file-form'

/** Sends a list of attendees of a campaign. */
export function AttendeeForm({ campaign, error }: { campaign: string; error?: string | undefined }) {
  return (
    <FileForm
      hint="Leads are found by external id, by email, or by name and company. Nothing is logged before you have seen whom the list means."
      submit="Find the leads"
      error={error}
    >
      <input type="hidden" name="purpose" value="attendees" />
      <input type="hidden" name="campaign" value={campaign} />
    </FileForm>
  )
}
