/** Lines of history are numbered in the order of writing; the number is told as the last group of a UUID, as other ids are. */
export const idOfLine = (seq: bigint) => `00000000-0000-0000-0000-${seq.toString(16).padStart(12, '0')}`
export const lineOfId = (id: string) => BigInt(`0x${id.slice(-12)}`)
