const TINTS = [
  'bg-[#e4e4e7] text-[#3f3f46]',
  'bg-[#ddd6fe] text-[#4c3aa8]',
  'bg-[#ccebe7] text-[#0b5d56]',
  'bg-[#fbe6b8] text-[#7a4a06]',
  'bg-[#fcdada] text-[#932338]',
  'bg-[#d5e8f8] text-[#1c4f7c]',
]

/** The first letters of the first and last word of a name, upper case; "?" when there is none. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = [...(words[0] ?? '?')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}

/** The same tint for the same name, wherever it is shown. */
export function tintOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 100_003
  return sum % TINTS.length
}

const SIZES = { sm: 'size-6 text-[0.625rem]', md: 'size-8 text-2xs', lg: 'size-10 text-sm' }

/** A person or lead as initials. Decoration: the name always stands beside it. `<Avatar name={lead.name} />` */
export function Avatar({ name, size = 'sm' }: { name: string; size?: keyof typeof SIZES }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-flex shrink-0 items-center justify-center rounded-full font-semibold ${SIZES[size]} ${TINTS[tintOf(name)]}`}
    >
      {initialsOf(name)}
    </span>
  )
}
