/** By what a name is recognised, of a company as of a campaign: lower case, single spaces. */
export const nameKey = (name: string) => name.trim().toLowerCase().replace(/\s+/g, ' ')
