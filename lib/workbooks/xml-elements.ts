import 'server-only'
import { SaxesParser } from 'saxes'
import { CsvProblem } from '@/lib/imports/csv-reader'
import { damaged, tooLarge } from '@/lib/workbooks/workbook-problem'

/** What is heard of an XML text, in its order; names without their prefixes. */
export type XmlListener = {
  open: (name: string, attribute: (name: string) => string | undefined) => void
  text?: (text: string) => void
  close?: (name: string) => void
}

/** Characters that may come without an element beginning or ending: more are no cell. */
const longestSilence = 5_000_000

const local = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece: when the listener has heard all that is complete in a piece, what it has made of it is taken
 * and handed on. Document types are not followed. Throws CsvProblem for what is no XML.
 */
export async function* xmlElements<Taken>(
  source: AsyncIterable<Uint8Array>,
  listener: XmlListener,
  take: () => Taken,
): AsyncGenerator<Taken> {
  const parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8')
  let silence = 0
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0
    listener.open(local(name), (wanted) => attributes[wanted])
  })
  parser.on('closetag', ({ name }) => {
    silence = 0
    listener.close?.(local(name))
  })
  parser.on('text', (text) => listener.text?.(text))
  parser.on('cdata', (text) => listener.text?.(text))

  const write = (text: string) => {
    silence += text.length
    if (silence > longestSilence) throw tooLarge()
    try {
      parser.write(text)
    } catch (error) {
      throw error instanceof CsvProblem ? error : damaged()
    }
  }
  for await (const bytes of source) {
    write(decoder.decode(bytes, { stream: true }))
    yield take()
  }
  write(decoder.decode())
  try {
    parser.close()
  } catch {
    throw damaged()
  }
  yield take()
}

/** Reads a small XML text to its end. */
export async function readXml(source: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const elements = xmlElements(source, listener, () => undefined)
  while (!(await elements.next()).done);
}
