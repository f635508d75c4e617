import { SplitPageSkeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return <SplitPageSkeleton />
}
