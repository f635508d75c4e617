import 'server-only'
import { command } from '@/lib/command'
import { invalid } from '@/lib/errors'
import { notificationChoices } from '@/lib/notifications/choices'
import { notificationChoicesInput } from '@/lib/notifications/input'
import { kindsOf } from '@/lib/notifications/kinds'

/**
 * A person says by which way they are told of what. It holds for what happens from then on; kinds that are left out stay
 * as they are.
 *
 * Throws INVALID for a kind that their role does not hear of.
 */
export const chooseNotifications = command(
  { ability: 'notification.own', input: notificationChoicesInput },
  async ({ tx, actor, input: { choices } }) => {
    const kinds = kindsOf(actor.role)
    for (const { kind, via } of choices) {
      if (!kinds.includes(kind))
        throw invalid({ choices: `Your role (${actor.role}) is not told of this. Choose among ${kinds.join(', ')}.` })
      const personId = actor.id
      await tx.notificationChoice.upsert({
        where: { personId_kind: { personId, kind } },
        create: { personId, kind, via },
        update: { via },
      })
    }
    return notificationChoices(actor, tx)
  },
)
