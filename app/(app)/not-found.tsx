import { MessagePage } from '@/components/shell/message-page'
import { LinkButton } from '@/components/ui/button'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <MessagePage title="There is nothing here for you" actions={<LinkButton href="/leads">Go to the leads</LinkButton>}>
      The address may be mistyped, what stood here was deleted, or it is not yours to see. Your manager can tell you
      more.
    </MessagePage>
  )
}
