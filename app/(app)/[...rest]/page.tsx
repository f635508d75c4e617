import { notFound } from 'next/navigation'

/** Any other address, so that "not found" is said inside the shell. */
export default function UnknownPage() {
  notFound()
}
