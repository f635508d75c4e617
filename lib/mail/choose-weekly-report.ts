import 'server-only'
import { command } from '@/lib/command'
import { weeklyChoiceInput } from '@/lib/mail/input'

/** A person chooses whether they get the numbers of the week by mail, from the next Monday on. Throws FORBIDDEN. */
export const chooseWeeklyReport = command(
  { ability: 'report.read', input: weeklyChoiceInput },
  async ({ tx, actor, input: { isWanted }, now }) => {
    // Who has it already has it since then.
    await tx.person.updateMany({
      where: { id: actor.id, weeklyReportSince: isWanted ? null : { not: null } },
      data: { weeklyReportSince: isWanted ? now : null },
    })
    return { isWanted }
  },
)
