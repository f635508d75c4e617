/** What stands for a campaign where a touch has none. */
export const noCampaign = 'none'
