'use client'

import { SubmitButton, useFormContext } from '../ui/form'

/** After somebody else was faster: saves what was typed over what they changed. Not there before. */
export function OverwriteButton() {
  const { state } = useFormContext()
  if (!state.errors?.version) return null
  return (
    <SubmitButton look="danger" name="overwrite" value="yes">
      Save mine over theirs
    </SubmitButton>
  )
}
