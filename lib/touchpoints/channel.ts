import { Channel, type Role } from '@/prisma/generated/enums'

/** The two teams that touch leads. */
type Team = 'marketing' | 'sales'

/** Each channel belongs to one team; anybody may log any channel. */
export const channels: Record<Channel, { team: Team; label: string }> = {
  advertising: { team: 'marketing', label: 'Advertising' },
  public_relations: { team: 'marketing', label: 'Public relations' },
  social_media: { team: 'marketing', label: 'Social media' },
  networking: { team: 'marketing', label: 'Networking' },
  brand_awareness: { team: 'marketing', label: 'Brand awareness' },
  direct_mail: { team: 'marketing', label: 'Direct mail' },
  email: { team: 'marketing', label: 'Email' },
  webinar: { team: 'marketing', label: 'Webinar' },
  content: { team: 'marketing', label: 'Content' },
  web_form: { team: 'marketing', label: 'Web form' },
  referral: { team: 'marketing', label: 'Referral' },
  meeting: { team: 'sales', label: 'Meeting' },
  cold_call: { team: 'sales', label: 'Cold call' },
  introduction: { team: 'sales', label: 'Introduction' },
  follow_up_call: { team: 'sales', label: 'Follow-up call' },
  sales_email: { team: 'sales', label: 'Sales email' },
  demo: { team: 'sales', label: 'Demo' },
  proposal: { team: 'sales', label: 'Proposal' },
}

export const allChannels = Object.values(Channel)

/** The channels of one team, in the order of the dictionary. */
export const channelsOf = (team: Team): Channel[] => allChannels.filter((channel) => channels[channel].team === team)

const teamOf: Partial<Record<Role, Team>> = { marketer: 'marketing', rep: 'sales' }

/** The channels of a person's team; managers and admins work with both. */
export function channelsOfRole(role: Role): Channel[] {
  const team = teamOf[role]
  return team ? channelsOf(team) : allChannels
}

/** The letter of a touch in a touch meter. */
export const tickOf = (channel: Channel): 'M' | 'S' => (channels[channel].team === 'marketing' ? 'M' : 'S')
