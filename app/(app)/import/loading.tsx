import { BoardPageSkeleton } from '@/components/ui/skeleton'

export default function Loading() {
  return <BoardPageSkeleton />
}
