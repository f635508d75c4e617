import 'server-only'
import { tooLarge } from '@/lib/workbooks/workbook-problem'
import { readXml, type XmlListener } from '@/lib/workbooks/xml-elements'

/** Characters of all the texts that a workbook keeps apart from its cells: they are in memory together. */
const mostCharacters = 60_000_000
const mostTexts = 3_000_000

/** Characters that XML can not hold are written as _x000D_. */
export const unescaped = (text: string) =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
        .replace(/\r\n?/g, '\n')
    : text

/**
 * Hears the text of a cell or of a shared text: plain, or in pieces of different looks. How it is to be pronounced is no
 * part of it.
 */
export function textListener(): XmlListener & { taken: () => string } {
  let said = ''
  let isText = false
  let isPronounced = false
  return {
    open(name) {
      if (name === 'rPh') isPronounced = true
      isText = name === 't' && !isPronounced
    },
    text(text) {
      if (isText) said += text
    },
    close(name) {
      if (name === 'rPh') isPronounced = false
      isText = false
    },
    taken() {
      const text = unescaped(said)
      said = ''
      return text
    },
  }
}

/** The texts that cells refer to by number. Throws CsvProblem where they are more than can be held. */
export async function readSharedTexts(source: AsyncIterable<Uint8Array>): Promise<string[]> {
  const texts: string[] = []
  let characters = 0
  const listener = textListener()
  await readXml(source, {
    ...listener,
    close(name) {
      listener.close?.(name)
      if (name !== 'si') return
      const text = listener.taken()
      characters += text.length
      if (characters > mostCharacters || texts.length >= mostTexts) throw tooLarge()
      texts.push(text)
    },
  })
  return texts
}
