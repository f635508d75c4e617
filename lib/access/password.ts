import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id with the parameters of OWASP (19 MiB, two passes), the library's own defaults. */
export const hashPassword = (password: string): Promise<string> => hash(password)

/** The hash of a password that nobody knows, with the same parameters. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$fveQHFKyvMvrgJRA4IiWCQ$+QnncrabHVkZqcomTTukDymB+4CEV1EJ5lOVuGifBQg'

/** Whether the password is that of the hash. Takes as long where there is no hash, so that the time tells nothing. */
export async function isPasswordOf(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const isRight = await verify(passwordHash ?? nobodys, password)
  return isRight && Boolean(passwordHash)
}
