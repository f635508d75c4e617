import { MessagePage } from '@/components/shell/message-page'
import { LinkButton } from '@/components/ui/button'

export const metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <main>
      <MessagePage title="There is nothing here" actions={<LinkButton href="/">Go to the start</LinkButton>}>
        The address may be mistyped, or what stood here was deleted.
      </MessagePage>
    </main>
  )
}
