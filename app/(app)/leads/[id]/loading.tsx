import { RecordPageSkeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return <RecordPageSkeleton />
}
